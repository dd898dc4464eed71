import type { TimeSlices } from '../time-slices';
import { readControl } from './controls/controls';
import { openDestination } from './destinations/destinations';
import type { RtfReader } from './rtf-reader';
import { type RtfToken, RtfTokens } from './rtf-tokens';

/** Deeper nesting of groups than this is in no article. */
const maxDepth = 2_000;

/** Whether the next control is the first of its group, or follows `\*`. */
interface Position {
  isGroupStart: boolean;
  isOptional: boolean;
  /** How many more bytes or controls stand for the Unicode character before them. */
  fallbackLeft: number;
}

/** A group that begins with a number as text. */
const numberAlone = /^-?\d{1,10} $/;

/** LibreOffice writes the time of a tracked change of format like this. Its own text always follows a control word. */
function isTimeOfChange(reader: RtfReader, position: Position, bytes: Uint8Array): boolean {
  return (
    reader.isFromLibreOffice &&
    position.isGroupStart &&
    bytes.length <= 12 &&
    numberAlone.test(String.fromCharCode(...bytes))
  );
}

function readBytes(reader: RtfReader, position: Position, bytes: Uint8Array): void {
  if (isTimeOfChange(reader, position, bytes)) return;
  const skipped = Math.min(position.fallbackLeft, bytes.length);
  position.fallbackLeft -= skipped;
  if (skipped < bytes.length) reader.addBytes(bytes.subarray(skipped));
  position.isGroupStart = false;
}

function readControlToken(reader: RtfReader, position: Position, name: string, number: number | null): void {
  // Some programs write the two units of a character in a row, and one fallback after them.
  if (position.fallbackLeft > 0 && name !== 'u') {
    position.fallbackLeft -= 1;
    return;
  }
  if (name === '*') {
    position.isOptional = true;
    return;
  }
  const { isGroupStart, isOptional } = position;
  position.isGroupStart = false;
  position.isOptional = false;
  if ((isGroupStart || isOptional) && openDestination(reader, name, isOptional)) return;
  if (name === 'u' && number !== null) {
    reader.writeUnicode(number);
    position.fallbackLeft = reader.group.fallbackLength;
  } else readControl(reader, name, number);
}

function readToken(reader: RtfReader, position: Position, token: RtfToken): void {
  if (token.kind === 'bytes') {
    readBytes(reader, position, token.bytes);
    return;
  }
  // Bytes are decoded together up to the next control, because a character may have several.
  reader.flush();
  if (token.kind === 'control') {
    readControlToken(reader, position, token.name, token.number);
    return;
  }
  if (token.kind === 'open') reader.open();
  else reader.close();
  Object.assign(position, { isGroupStart: token.kind === 'open', isOptional: false, fallbackLeft: 0 });
}

/**
 * Reads RTF from its start to its end, with pauses. `controls/` has the control words, `destinations/` those that begin a group.
 * `tooDeep` when groups are nested deeper than in any article, `cutOff` when some are never closed.
 */
export async function readRtfTokens(
  reader: RtfReader,
  file: Uint8Array,
  slices: TimeSlices,
): Promise<'read' | 'tooDeep' | 'cutOff'> {
  const tokens = new RtfTokens(file);
  const position: Position = { isGroupStart: false, isOptional: false, fallbackLeft: 0 };
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    readToken(reader, position, token);
    if (reader.depth > maxDepth) return 'tooDeep';
    if (slices.isOver()) await slices.pause(tokens.offset, file.length);
  }
  reader.flush();
  const isCutOff = reader.depth > 0;
  while (reader.depth > 0) reader.close();
  reader.paragraphs.end();
  return isCutOff ? 'cutOff' : 'read';
}

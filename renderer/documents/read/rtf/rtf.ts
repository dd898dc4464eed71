import { refuseDamaged, refuseHostile } from '#shared/import/base/problems.ts';
import type { Format, InputFile, Reporter } from '../base/format.ts';
import { whyTooDeep } from '../base/xml.ts';
import { createFlowDraft, createSearchText, type Flow } from '../flow/flow.ts';
import { findMainLanguage } from '../flow/language-ids.ts';
import { readControl } from './rtf-controls.ts';
import { openDestination } from './rtf-destinations.ts';
import { RtfParser } from './rtf-parser.ts';
import { type RtfToken, RtfTokens } from './rtf-tokens.ts';

/** How long the page reads before it lets other tasks run, in milliseconds. */
const sliceMs = 40;

/** The clock is read once in this many steps. */
const stepsPerLook = 256;

/** Divides the reading of a long file into slices, so that the page can answer, be cancelled, and say how far it is. */
class TimeSlices {
  private end = performance.now() + sliceMs;
  private steps = 0;

  constructor(private readonly reporter: Pick<Reporter, 'reportProgress'>) {}

  /** Counts a step. Returns whether it is time for a pause. */
  isOver(): boolean {
    this.steps += 1;
    return this.steps % stepsPerLook === 0 && performance.now() >= this.end;
  }

  /** Reports how far the reading is, and lets other tasks run. */
  async pause(done: number, total: number): Promise<void> {
    this.reporter.reportProgress(done, total);
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.end = performance.now() + sliceMs;
  }
}

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
function isTimeOfChange(parser: RtfParser, position: Position, bytes: Uint8Array): boolean {
  return (
    parser.isFromLibreOffice &&
    position.isGroupStart &&
    bytes.length <= 12 &&
    numberAlone.test(String.fromCharCode(...bytes))
  );
}

function readBytes(parser: RtfParser, position: Position, bytes: Uint8Array): void {
  if (isTimeOfChange(parser, position, bytes)) return;
  const skipped = Math.min(position.fallbackLeft, bytes.length);
  position.fallbackLeft -= skipped;
  if (skipped < bytes.length) parser.addBytes(bytes.subarray(skipped));
  position.isGroupStart = false;
}

function readControlToken(parser: RtfParser, position: Position, name: string, number: number | null): void {
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
  if ((isGroupStart || isOptional) && openDestination(parser, name, isOptional)) return;
  if (name === 'u' && number !== null) {
    parser.writeUnicode(number);
    position.fallbackLeft = parser.group.fallbackLength;
  } else readControl(parser, name, number);
}

function readToken(parser: RtfParser, position: Position, token: RtfToken): void {
  if (token.kind === 'bytes') {
    readBytes(parser, position, token.bytes);
    return;
  }
  // Bytes are decoded together up to the next control, because a character may have several.
  parser.flush();
  if (token.kind === 'control') {
    readControlToken(parser, position, token.name, token.number);
    return;
  }
  if (token.kind === 'open') parser.open();
  else parser.close();
  Object.assign(position, { isGroupStart: token.kind === 'open', isOptional: false, fallbackLeft: 0 });
}

/**
 * Reads RTF from its start to its end, with pauses. `tooDeep` when groups are nested deeper than in any article, `cutOff` when some are
 * never closed.
 */
async function readRtfTokens(
  parser: RtfParser,
  file: Uint8Array,
  slices: TimeSlices,
): Promise<'read' | 'tooDeep' | 'cutOff'> {
  const tokens = new RtfTokens(file);
  const position: Position = { isGroupStart: false, isOptional: false, fallbackLeft: 0 };
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    readToken(parser, position, token);
    if (parser.depth > maxDepth) return 'tooDeep';
    if (slices.isOver()) await slices.pause(tokens.offset, file.length);
  }
  parser.flush();
  const isCutOff = parser.depth > 0;
  while (parser.depth > 0) parser.close();
  parser.paragraphs.end();
  return isCutOff ? 'cutOff' : 'read';
}

const signature = '{\\rtf';

/** The longest white space before the signature that some programs write, in bytes. */
const maxLeadingBytes = 16;

function isRtf({ bytes }: InputFile): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, maxLeadingBytes + signature.length));
  return start
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .startsWith(signature);
}

/** Reads RTF, and reports how far it is; `tooDeep` when its groups are nested deeper than in any article. */
export async function readRtf(
  bytes: Uint8Array,
  reporter: Pick<Reporter, 'reportProgress'>,
): Promise<{ flow: Flow; isCutOff: boolean } | 'tooDeep'> {
  const parser = new RtfParser();
  const state = await readRtfTokens(parser, bytes, new TimeSlices(reporter));
  if (state === 'tooDeep') return 'tooDeep';
  const blocks = parser.body.takeBlocks();
  const flow: Flow = {
    blocks,
    comments: parser.comments.getThreads(),
    title: parser.body.title,
    properties: parser.properties,
    language: findMainLanguage(parser.languageLengths),
    counts: { ...parser.counts, struckThroughKept: parser.body.struckCount },
    beside: parser.beside,
  };
  return { flow, isCutOff: state === 'cutOff' };
}

/** Rich text (RTF 1.9.1). */
export const rtf: Format = {
  matches: isRtf,
  readDraft: async ({ origin, bytes }, reporter) => {
    const read = await readRtf(bytes, reporter);
    if (read === 'tooDeep') return refuseHostile(origin.name, whyTooDeep);
    return read.isCutOff ? refuseDamaged(origin.name) : createFlowDraft(origin, read.flow);
  },
  readText: async ({ bytes }, reporter) => {
    const read = await readRtf(bytes, reporter);
    return read === 'tooDeep'
      ? { state: 'unreadable', why: `The file ${whyTooDeep}.` }
      : createSearchText(read.flow);
  },
};

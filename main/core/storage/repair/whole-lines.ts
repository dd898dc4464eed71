import type { Change } from '../../../../../shared/domain/history/change';
import { lineBeginning, parseHead, parseHistoryLine } from '../../review/history/history-line';

const newline = 0x0a;

/** A range of bytes [start, end). */
export interface ByteRange {
  start: number;
  end: number;
}

/** A line that fits its own checksum, wherever in the file it stands. The range includes what ends it. */
export interface WholeLine extends ByteRange {
  seq: number;
  prev: string;
  /** The checksum that the next line is chained to. */
  sha256: string;
  /** The bytes without the newline. */
  content: Buffer;
  /** Null for a line of a newer Stet. */
  change: Change | null;
}

/** Parses the bytes of one line by what it says of itself. Null when it does not fit its own checksum. */
export function parseWholeLine(content: Buffer, range: ByteRange): WholeLine | null {
  const head = parseHead(content);
  if (!head) return null;
  const line = parseHistoryLine(content, head.seq, head.prev);
  if (line.state === 'damaged') return null;
  const [sha256, change] = line.state === 'read' ? [line.sha256, line.change] : [head.sha256, null];
  return { ...range, ...head, sha256, content, change };
}

function findBeginnings(bytes: Buffer): number[] {
  const beginnings: number[] = [];
  for (let at = bytes.indexOf(lineBeginning); at !== -1; at = bytes.indexOf(lineBeginning, at + 1))
    beginnings.push(at);
  return beginnings;
}

/** The whole line that begins at `start`, whose newline may have become another byte. `next` is the next beginning. */
function findWholeLine(bytes: Buffer, start: number, next: number): WholeLine | null {
  const lineEnd = bytes.indexOf(newline, start);
  const ends = lineEnd === -1 || lineEnd > next ? [next - 1] : [lineEnd, next - 1];
  for (const end of ends) {
    const line = parseWholeLine(bytes.subarray(start, end), { start, end: end + 1 });
    if (line) return line;
  }
  return null;
}

/**
 * Finds the lines of a damaged history that are whole, in the order of the file. A last line that was never finished is none
 * of them.
 */
export function findWholeLines(bytes: Buffer): WholeLine[] {
  const lines: WholeLine[] = [];
  const beginnings = findBeginnings(bytes);
  for (const [index, start] of beginnings.entries()) {
    if (start < (lines.at(-1)?.end ?? 0)) continue;
    const line = findWholeLine(bytes, start, beginnings[index + 1] ?? bytes.length);
    if (line) lines.push(line);
  }
  return lines;
}

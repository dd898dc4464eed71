import type { Change } from '../../../../shared/domain/history/change';
import { isTornLine, lineBeginning, parseHead, parseHistoryLine } from '../history/history-line';

const newline = 0x0a;

/** The number and the checksum of a line, by which the next one names it. */
export interface LineName {
  seq: number;
  sha256: string;
}

/** A line that fits its own checksum, wherever in a file it stands. */
export interface WholeLine extends LineName {
  prev: string;
  /** The bytes without the newline. */
  content: Buffer;
  /** Null for a line of a newer Stet. */
  change: Change | null;
}

/** A line of a repaired history, and when the backup was made that it comes from; null for one of the damaged file. */
export interface LinkedLine {
  line: WholeLine;
  takenAt: string | null;
}

/** The whole parts of a damaged history. */
interface WholeLines {
  /** In the order of the file. A last line that was never finished is none of them. */
  lines: WholeLine[];
  /** Whether something stands behind the last of them that is neither a line nor the beginning of one. */
  hasDamagedEnd: boolean;
}

/** Finds the lines of a damaged history that are whole. */
export function findWholeLines(bytes: Buffer): WholeLines {
  const lines: WholeLine[] = [];
  let end = 0;
  const beginnings = findBeginnings(bytes);
  for (const [index, start] of beginnings.entries()) {
    if (start < end) continue;
    const line = findWholeLine(bytes, start, beginnings[index + 1] ?? bytes.length);
    if (!line) continue;
    lines.push(line);
    end = start + line.content.length + 1;
  }
  const rest = bytes.subarray(end);
  return { lines, hasDamagedEnd: rest.includes(newline) || !isTornLine(rest) };
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
    const line = parseWholeLine(bytes.subarray(start, end));
    if (line) return line;
  }
  return null;
}

/** Parses the bytes of one line by what it says of itself. Null when it does not fit its own checksum. */
function parseWholeLine(content: Buffer): WholeLine | null {
  const head = parseHead(content);
  if (!head) return null;
  const line = parseHistoryLine(content, head.seq, head.prev);
  if (line.state === 'damaged') return null;
  const [sha256, change] = line.state === 'read' ? [line.sha256, line.change] : [head.sha256, null];
  return { ...head, sha256, content, change };
}

/** Whole lines, found by the line that they follow. */
export class LinesByPrevious {
  readonly #lines: ReadonlyMap<string, WholeLine>;
  /** The checksums of the lines with each number. */
  readonly #sums = new Map<number, Set<string>>();

  /** The first of two lines that follow the same one counts: a process that was paused may have written the other later. */
  constructor(lines: readonly WholeLine[]) {
    this.#lines = new Map(lines.toReversed().map((line) => [`${line.seq - 1} ${line.prev}`, line]));
    for (const { seq, sha256 } of lines) this.#sums.set(seq, (this.#sums.get(seq) ?? new Set()).add(sha256));
  }

  /** Whether a line follows another one. */
  hasBehind({ seq, sha256 }: LineName): boolean {
    return this.#lines.has(`${seq} ${sha256}`);
  }

  /** The lines behind another one that follow each other. */
  follow(end: LineName): WholeLine[] {
    const lines: WholeLine[] = [];
    let next = this.#lines.get(`${end.seq} ${end.sha256}`);
    for (; next; next = this.#lines.get(`${next.seq} ${next.sha256}`)) lines.push(next);
    return lines;
  }

  /** Whether only other lines have the number of this one. */
  contradict({ seq, sha256 }: LineName): boolean {
    return this.#sums.get(seq)?.has(sha256) === false;
  }
}

import type { Change } from '#shared/domain/review/change.ts';
import {
  type CommonLine,
  type HistoryEnd,
  isTornLine,
  newline,
  parseHead,
  parseHistory,
  parseHistoryLine,
} from './history-format.ts';

interface Continuation {
  /** A whole history: the lines up to `common`, and the other lines that continue it. */
  history: Buffer;
  common: CommonLine;
}

/** A history, and other continuations that were written behind its end. */
interface SeparatedHistory {
  /** The lines that continue each other from the first of the file on. */
  own: Buffer;
  others: Continuation[];
}

/** Lines with their newlines, each chained to the one before, and their checksums. */
interface Chain {
  lines: Buffer[];
  sums: string[];
  common: CommonLine;
}

/**
 * Separates a history from stray lines: intact lines that continue an earlier line than the last. A process wrote them after it had
 * been paused while another one took the library over. They were never acknowledged, because a write ends with a check of the file's
 * size. Duplicate lines and a torn last line are left out. Null when there is nothing to separate, or when the file has any other
 * damage. Pure.
 */
export function separateStrayLines(bytes: Buffer): SeparatedHistory | null {
  const { sums, end, problem } = parseHistory(bytes);
  if (problem?.kind !== 'damaged') return null;
  const own: Chain = { lines: splitLines(bytes.subarray(0, end.bytes)), sums, common: null };
  const others: Chain[] = [];
  const rest = bytes.subarray(end.bytes);
  for (const line of splitLines(rest)) {
    const added = addLine(line, own, others);
    if (added === 'foreign') return null;
    if (added !== 'known') others.push(added);
  }
  const torn = rest.subarray(rest.lastIndexOf(newline) + 1);
  if (torn.length > 0 && !isTornLine(torn)) return null;
  return {
    own: Buffer.concat(own.lines),
    others: others.map(({ lines, common }) => ({ history: Buffer.concat(lines), common })),
  };
}

/** Adds a line to the chain that it continues. A new chain when there is none yet; `foreign` when it continues no line. */
function addLine(line: Buffer, own: Chain, others: readonly Chain[]): Chain | 'known' | 'foreign' {
  const content = line.subarray(0, -1);
  const head = parseHead(content);
  const parsed = head && parseHistoryLine(content, head.seq, head.prev);
  // The first line is created with its folder, so no other line can follow from before it.
  if (!head || head.seq === 1 || parsed?.state !== 'read') return 'foreign';
  const before = head.seq - 1;
  const chains = [own, ...others];
  if (chains.some(({ sums }) => sums[before] === parsed.sha256)) return 'known';
  const continued = chains.find(({ sums }) => sums.length === before && sums.at(-1) === head.prev);
  if (continued) {
    continued.lines.push(line);
    continued.sums.push(parsed.sha256);
    return 'known';
  }
  if (own.sums[before - 1] !== head.prev) return 'foreign';
  return {
    lines: [...own.lines.slice(0, before), line],
    sums: [...own.sums.slice(0, before), parsed.sha256],
    common: { seq: before, sha256: head.prev },
  };
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0, end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return lines;
}

/** How the history on the disk relates to ours, up to the last whole line of each. */
type HistoryComparison =
  | { kind: 'same' }
  /** The disk has our history and lines that continue it: another Stet wrote them, on another computer or in another copy. */
  | { kind: 'ahead'; changes: Change[]; content: Buffer; end: HistoryEnd; common: CommonLine }
  /** The disk has only the beginning of our history, or nothing: an older copy, or a truncated or removed file. */
  | { kind: 'behind' }
  /** Each has lines that the other has not, or the disk has damaged ones. */
  | { kind: 'diverged'; content: Buffer; common: CommonLine };

/** How the file on the disk relates to our history, and the stray lines behind its end. */
export type DiskComparison = HistoryComparison & {
  others: Continuation[];
  /** Whether the file has lines that are not part of the history. */
  hasStrayLines: boolean;
};

/**
 * Compares the bytes of our history, whose last line is `end`, with those on the disk, from which lines that a paused process
 * wrote behind its end are separated. Pure.
 */
export function compareWithDisk(ours: Buffer, onDisk: Buffer, end: HistoryEnd): DiskComparison {
  const separated = separateStrayLines(onDisk);
  const comparison = compareHistories(ours, separated?.own ?? onDisk, end);
  return { ...comparison, others: separated?.others ?? [], hasStrayLines: separated !== null };
}

/** Compares the bytes of our history, whose last line is `end`, with those on the disk. Pure. */
function compareHistories(ours: Buffer, onDisk: Buffer, end: HistoryEnd): HistoryComparison {
  const theirs = onDisk.subarray(0, onDisk.lastIndexOf(newline) + 1);
  const shared = Math.min(ours.length, theirs.length);
  if (!ours.subarray(0, shared).equals(theirs.subarray(0, shared)))
    return { kind: 'diverged', content: onDisk, common: findLastCommonLine(ours, theirs) };
  if (theirs.length <= ours.length) return { kind: theirs.length === ours.length ? 'same' : 'behind' };
  const rest = parseHistory(theirs, end);
  const common = { seq: end.seq, sha256: end.sha256 };
  if (rest.problem) return { kind: 'diverged', content: onDisk, common };
  return { kind: 'ahead', changes: rest.changes, content: theirs, end: rest.end, common };
}

/** The last whole line that two histories begin with; null when they have none in common. */
export function findLastCommonLine(ours: Buffer, theirs: Buffer): CommonLine {
  let common = 0;
  while (common < ours.length && common < theirs.length && ours[common] === theirs[common]) common += 1;
  const lineEnd = ours.subarray(0, common).lastIndexOf(newline);
  if (lineEnd === -1) return null;
  const lineStart = ours.subarray(0, lineEnd).lastIndexOf(newline) + 1;
  const head = parseHead(ours.subarray(lineStart, lineEnd));
  return head && { seq: head.seq, sha256: head.sha256 };
}

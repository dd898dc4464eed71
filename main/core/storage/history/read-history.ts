import type { Change } from '../../../../shared/domain/history/change';
import type { GiveWay } from '../../tasks/give-way';
import { readFile } from '../files/disk';
import { firstPrev, isTornLine, parseHistoryLine } from './history-line';

const newline = 0x0a;

/** Where and why reading stopped: at a damaged line, or at one that a newer Stet wrote. Lines are counted from 1. */
export type HistoryProblem = {
  kind:
    | 'damaged'
    | 'newer'
    | /** The whole file. */ 'missing'
    | /** It is that of another article. */ 'foreign';
  line: number;
};

/** The last intact line of a history: the next line is chained to it. */
export interface HistoryEnd {
  seq: number;
  sha256: string;
  /** Size in bytes of all lines up to and including this one. */
  bytes: number;
}

export interface HistoryContent {
  /** The intact changes before the problem, oldest first. */
  changes: Change[];
  /** The checksum of the line of each change. */
  sums: string[];
  end: HistoryEnd;
  problem: HistoryProblem | null;
}

/** The end of a history without lines. */
export const emptyHistory: HistoryEnd = { seq: 0, sha256: firstPrev, bytes: 0 };

/**
 * Parses the lines of a history up to the first that is not intact. A last line without a newline was never acknowledged: it
 * is ignored, and the next append cuts it off. It counts as damage when it is otherwise complete, because then its newline was
 * turned into another byte, and when it is not the beginning of a line. `start` is a line that is
 * known already: only those behind it are parsed.
 */
export function parseHistory(bytes: Buffer, start: HistoryEnd = emptyHistory): HistoryContent {
  const changes: Change[] = [];
  const sums: string[] = [];
  let end = start;
  while (end.bytes < bytes.length) {
    const lineEnd = bytes.indexOf(newline, end.bytes);
    const isTorn = lineEnd === -1;
    const content = bytes.subarray(end.bytes, isTorn ? -1 : lineEnd);
    const line = parseHistoryLine(content, end.seq + 1, end.sha256);
    if (isTorn && line.state === 'damaged' && isTornLine(bytes.subarray(end.bytes))) break;
    if (isTorn || line.state !== 'read') {
      const kind = !isTorn && line.state === 'newer' ? 'newer' : 'damaged';
      return { changes, sums, end, problem: { kind, line: end.seq + 1 } };
    }
    changes.push(line.change);
    sums.push(line.sha256);
    end = { seq: end.seq + 1, sha256: line.sha256, bytes: lineEnd + 1 };
  }
  return { changes, sums, end, problem: null };
}

/** Size of the slices in which a history is parsed, in bytes. */
const sliceBytes = 256 * 1024;

/** As `parseHistory`, for work in the background. Rejects with the signal's reason when it aborts. */
export async function parseInSlices(
  bytes: Buffer,
  giveWay: GiveWay,
  signal: AbortSignal,
): Promise<HistoryContent> {
  const changes: Change[] = [];
  const sums: string[] = [];
  let end = emptyHistory;
  for (let until = 0; until < bytes.length; ) {
    const lineEnd = bytes.indexOf(newline, until + sliceBytes);
    until = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const parsed = parseHistory(bytes.subarray(0, until), end);
    // One by one: a history may have more lines than a call takes arguments.
    for (const change of parsed.changes) changes.push(change);
    for (const sum of parsed.sums) sums.push(sum);
    end = parsed.end;
    if (parsed.problem) return { changes, sums, end, problem: parsed.problem };
    await giveWay();
    signal.throwIfAborted();
  }
  return { changes, sums, end, problem: null };
}

/**
 * Reads the history of an article. Rejects with the system's error when the file can't be read at all. Damage inside the file
 * is returned as `problem`. `content` are the bytes of the intact lines.
 */
export async function readHistory(path: string): Promise<HistoryContent & { content: Buffer }> {
  const bytes = await readFile(path);
  const parsed = parseHistory(bytes);
  return { ...parsed, content: bytes.subarray(0, parsed.end.bytes) };
}

/** The id of the article whose history this is, by its first change; null when there is none. */
export function findArticleId(changes: readonly Change[]): string | null {
  const created = changes[0]?.edits.find((edit) => edit.table === 'article' && 'create' in edit);
  return created?.id ?? null;
}

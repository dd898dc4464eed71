import { createHash } from 'node:crypto';
import type { GiveWay } from '#main/base/tasks.ts';
import { type Change, changeSchema } from '#shared/domain/review/change.ts';
import { readFile } from '../disk/disk.ts';

/** The value of `prev` in the first line. */
export const firstPrev = '0'.repeat(64);

const head = /^\{"seq":([1-9]\d*),"prev":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})","change":/;
/** Longest text that `head` is matched against, in bytes. */
const maxHeadBytes = 256;

type HistoryLine =
  /** `sha256` is the checksum that the next line names: that of this line, or of the line that a repair replaces. */
  | { state: 'read'; sha256: string; change: Change }
  /** The line is intact, but only a newer version knows its content. */
  | { state: 'newer' }
  | { state: 'damaged' };

/** The number and the checksum of a line, by which the next one names it. */
export interface LineName {
  seq: number;
  sha256: string;
}

/** The last line that two histories have in common; null when they have none. */
export type CommonLine = LineName | null;

/** The checksum of a line, in lower-case hexadecimal. */
export function computeChecksum(seq: number, prev: string, change: string | Uint8Array): string {
  return createHash('sha256').update(`[${seq},"${prev}",`).update(change).update(']').digest('hex');
}

export function formatHead(seq: number, prev: string, sha256: string): string {
  return `{"seq":${seq},"prev":"${prev}","sha256":"${sha256}","change":`;
}

/** The beginning of every line. It can't occur within a line, because JSON escapes the quotation marks of texts. */
export const lineBeginning = '{"seq":';

/**
 * Whether bytes without a newline are the rest of an interrupted append: the beginning of a line, without the zeros that a power cut
 * leaves.
 */
export function isTornLine(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, lineBeginning.length);
  return bytes.toString('latin1', 0, length) === lineBeginning.slice(0, length) && !bytes.includes(0);
}

/** A line of history.jsonl without its newline. `sha256` covers the JSON text `[seq, prev, change]`. */
export function formatHistoryLine(
  seq: number,
  prev: string,
  change: Change,
): { line: string; sha256: string } {
  const json = JSON.stringify(change);
  const sha256 = computeChecksum(seq, prev, json);
  return { line: `${formatHead(seq, prev, sha256)}${json}}`, sha256 };
}

export function formatNewHistory(change: Change): string {
  return `${formatHistoryLine(1, firstPrev, change).line}\n`;
}

/**
 * Parses the bytes of a line without its newline. The line is damaged unless it is intact, has the number `seq`, and names the
 * checksum `prev`.
 */
export function parseHistoryLine(bytes: Buffer, seq: number, prev: string): HistoryLine {
  const stated = parseHead(bytes);
  if (stated?.seq !== seq || stated.prev !== prev) return { state: 'damaged' };
  const { sha256 } = stated;
  const change = bytes.subarray(formatHead(seq, prev, sha256).length, -1);
  const isIntact = bytes.at(-1) === 0x7d && computeChecksum(seq, prev, change) === sha256;
  if (!isIntact) return { state: 'damaged' };
  const parsed = changeSchema.safeParse(parseJson(change));
  if (!parsed.success) return { state: 'newer' };
  return { state: 'read', sha256: parsed.data.repair?.standsFor ?? sha256, change: parsed.data };
}

/** Reads the number, the previous checksum and the checksum of a line, without verifying them. */
export function parseHead(bytes: Buffer): { seq: number; prev: string; sha256: string } | null {
  const [match, seq, prev = '', sha256 = ''] = head.exec(bytes.toString('latin1', 0, maxHeadBytes)) ?? [];
  return match === undefined ? null : { seq: Number(seq), prev, sha256 };
}

/** Returns undefined for invalid JSON, because no schema accepts that. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

export const newline = 0x0a;

/** Where and why parsing stopped: at a damaged line, or at one that a newer Stet wrote. Lines are counted from 1. */
export type HistoryProblem = {
  kind:
    | 'damaged'
    | 'newer'
    | /** The whole file. */ 'missing'
    | /** It is that of another article. */ 'foreign';
  line: number;
};

/** The last intact line of a history: the next line is chained to it. */
export interface HistoryEnd extends LineName {
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
 * Parses the lines of a history up to the first damaged one. A last line without a newline was never acknowledged: it is ignored, and
 * the next append cuts it off. It counts as damage if it is otherwise complete, because its newline must have become another byte,
 * or if it is not the beginning of a line. Only lines behind `start` are parsed.
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
    // Added one by one, because a history may have more lines than a call can have arguments.
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

/** The id of a history's article, from its first change; null when there is none. */
export function findArticleId(changes: readonly Change[]): string | null {
  const created = changes[0]?.edits.find((edit) => edit.table === 'article' && 'create' in edit);
  return created?.id ?? null;
}

import { createHash } from 'node:crypto';
import { type Change, changeSchema } from '../../../../shared/domain/history/change';

/** The value of `prev` in the first line. */
export const firstPrev = '0'.repeat(64);

const head = /^\{"seq":([1-9]\d*),"prev":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})","change":/;
/** Longest text that `head` is matched against, in bytes. */
const maxHeadBytes = 256;

type HistoryLine =
  /** `sha256` is what the next line is chained to: the checksum of this line, or of the one that a repair stands for. */
  | { state: 'read'; sha256: string; change: Change }
  /** The line is intact, but this version does not know its content. */
  | { state: 'newer' }
  | { state: 'damaged' };

/** The last line that two histories have in common; null when they have none. */
export type CommonLine = { seq: number; sha256: string } | null;

/** The checksum of a line, in lower-case hexadecimal. */
export function computeChecksum(seq: number, prev: string, change: string | Uint8Array): string {
  return createHash('sha256').update(`[${seq},"${prev}",`).update(change).update(']').digest('hex');
}

/** The beginning of a line, up to its change. */
export function formatHead(seq: number, prev: string, sha256: string): string {
  return `{"seq":${seq},"prev":"${prev}","sha256":"${sha256}","change":`;
}

/** How every line begins. Nothing inside a line is like it, because JSON escapes the quotation marks of a text. */
export const lineBeginning = '{"seq":';

/**
 * Whether bytes without a newline are what an append that was interrupted leaves at the end of a file: the beginning of a line,
 * and no zeros, which a power cut leaves.
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

/** The text of a history that holds one change. */
export function formatNewHistory(change: Change): string {
  return `${formatHistoryLine(1, firstPrev, change).line}\n`;
}

/** The number and the checksum of a line, as it states them; null for anything else. Verifies nothing. */
export function readLineHead(bytes: Buffer): { seq: number; sha256: string } | null {
  const stated = parseHead(bytes);
  return stated && { seq: stated.seq, sha256: stated.sha256 };
}

/** An intact line: its checksum, and the bytes of its change, which nothing has parsed yet. */
interface IntactLine {
  sha256: string;
  change: Buffer;
}

/**
 * Verifies the bytes of a line without its newline. It has to be line `seq`, chained to the line with the checksum `prev`;
 * null when it is not, or not as it was written.
 */
function verifyHistoryLine(bytes: Buffer, seq: number, prev: string): IntactLine | null {
  const [match, lineSeq, linePrev, sha256 = ''] = head.exec(bytes.toString('latin1', 0, maxHeadBytes)) ?? [];
  if (match === undefined || lineSeq !== String(seq) || linePrev !== prev) return null;
  const change = bytes.subarray(match.length, -1);
  return bytes.at(-1) === 0x7d && computeChecksum(seq, prev, change) === sha256 ? { sha256, change } : null;
}

/** Parses the bytes of a line without its newline, verified as `verifyHistoryLine` does. */
export function parseHistoryLine(bytes: Buffer, seq: number, prev: string): HistoryLine {
  const line = verifyHistoryLine(bytes, seq, prev);
  if (!line) return { state: 'damaged' };
  const parsed = changeSchema.safeParse(parseJson(line.change));
  if (!parsed.success) return { state: 'newer' };
  return { state: 'read', sha256: parsed.data.repair?.standsFor ?? line.sha256, change: parsed.data };
}

/** Reads the number, the previous checksum and the own checksum of a line, whether or not they are right. */
export function parseHead(bytes: Buffer): { seq: number; prev: string; sha256: string } | null {
  const [match, seq, prev = '', sha256 = ''] = head.exec(bytes.toString('latin1', 0, maxHeadBytes)) ?? [];
  return match === undefined ? null : { seq: Number(seq), prev, sha256 };
}

/** Undefined for what is not JSON; no schema accepts that. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

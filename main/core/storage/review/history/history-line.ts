import { createHash } from 'node:crypto';
import { type Change, changeSchema } from '../../../../../shared/domain/history/change';

/** The value of `prev` in the first line. */
export const firstPrev = '0'.repeat(64);

const head = /^\{"seq":([1-9]\d*),"prev":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})","change":/;
/** Longest text that `head` is matched against, in bytes. */
const maxHeadBytes = 256;

type HistoryLine =
  | { state: 'read'; sha256: string; change: Change }
  /** The line is intact, but this version does not know its content. */
  | { state: 'newer' }
  | { state: 'damaged' };

function computeChecksum(seq: number, prev: string, change: string | Uint8Array): string {
  return createHash('sha256').update(`[${seq},"${prev}",`).update(change).update(']').digest('hex');
}

/** A line of history.jsonl without its newline. `sha256` covers the JSON text `[seq, prev, change]`. */
export function formatHistoryLine(
  seq: number,
  prev: string,
  change: Change,
): { line: string; sha256: string } {
  const json = JSON.stringify(change);
  const sha256 = computeChecksum(seq, prev, json);
  return { line: `{"seq":${seq},"prev":"${prev}","sha256":"${sha256}","change":${json}}`, sha256 };
}

/** The text of a history that holds one change. */
export function formatNewHistory(change: Change): string {
  return `${formatHistoryLine(1, firstPrev, change).line}\n`;
}

/** The number and the checksum of a line, as it states them; null for anything else. Verifies nothing. */
export function readLineHead(bytes: Buffer): { seq: number; sha256: string } | null {
  const [match, seq, , sha256 = ''] = head.exec(bytes.toString('latin1', 0, maxHeadBytes)) ?? [];
  return match === undefined ? null : { seq: Number(seq), sha256 };
}

/** Parses the bytes of a line without its newline. It has to be line `seq`, chained to the line with the checksum `prev`. */
export function parseHistoryLine(bytes: Buffer, seq: number, prev: string): HistoryLine {
  const [match, lineSeq, linePrev, sha256 = ''] = head.exec(bytes.toString('latin1', 0, maxHeadBytes)) ?? [];
  if (match === undefined || lineSeq !== String(seq) || linePrev !== prev) return { state: 'damaged' };
  const change = bytes.subarray(match.length, -1);
  if (bytes.at(-1) !== 0x7d || computeChecksum(seq, prev, change) !== sha256) return { state: 'damaged' };
  const parsed = changeSchema.safeParse(parseJson(change));
  return parsed.success ? { state: 'read', sha256, change: parsed.data } : { state: 'newer' };
}

/** Undefined for what is not JSON; no schema accepts that. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

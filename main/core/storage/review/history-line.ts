import { createHash } from 'node:crypto';
import { type Change, changeSchema } from '../../../../shared/domain/history/change';

/** What stands as `prev` in the first line. */
export const beforeFirst = '0'.repeat(64);

const head = /^\{"seq":([1-9]\d*),"prev":"([0-9a-f]{64})","sha256":"([0-9a-f]{64})","change":/;
const longestHead = 256;

type HistoryLine =
  | { state: 'read'; sha256: string; change: Change }
  /** The line is whole, but says what this version does not know. */
  | { state: 'newer' }
  | { state: 'damaged' };

function sumOf(seq: number, prev: string, change: string | Uint8Array): string {
  return createHash('sha256').update(`[${seq},"${prev}",`).update(change).update(']').digest('hex');
}

/** A line of history.jsonl without its newline; `sha256` is over the JSON text `[seq, prev, change]`. */
export function writeLine(seq: number, prev: string, change: Change): { line: string; sha256: string } {
  const json = JSON.stringify(change);
  const sha256 = sumOf(seq, prev, json);
  return { line: `{"seq":${seq},"prev":"${prev}","sha256":"${sha256}","change":${json}}`, sha256 };
}

/** Reads the bytes of a line, without its newline, that has to be number `seq` and to follow the line with sum `prev`. */
export function readLine(bytes: Buffer, seq: number, prev: string): HistoryLine {
  const [matched, hasSeq, hasPrev, sha256 = ''] = head.exec(bytes.toString('latin1', 0, longestHead)) ?? [];
  if (matched === undefined || hasSeq !== String(seq) || hasPrev !== prev) return { state: 'damaged' };
  const change = bytes.subarray(matched.length, -1);
  if (bytes.at(-1) !== 0x7d || sumOf(seq, prev, change) !== sha256) return { state: 'damaged' };
  const parsed = changeSchema.safeParse(json(change));
  return parsed.success ? { state: 'read', sha256, change: parsed.data } : { state: 'newer' };
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

import { parseHead } from './history-line';
import { type HistoryEnd, parseHistory } from './read-history';

const newline = 0x0a;

/**
 * Finds another continuation at the end of a history: whole lines behind the last one that fits, of which the first is chained
 * to an earlier line. A process that was paused in the middle of a write leaves them when another one took over meanwhile.
 * Returns the whole history that they end, and the lines before them with their last one; null when there is nothing
 * like that. Pure.
 */
export function splitFork(bytes: Buffer): { other: Buffer; ours: Buffer; end: HistoryEnd } | null {
  const { sums, end, problem } = parseHistory(bytes);
  if (problem?.kind !== 'damaged') return null;
  const rest = bytes.subarray(end.bytes);
  const head = parseHead(rest.subarray(0, rest.indexOf(newline)));
  // The number of the earlier line, which both continue.
  const seq = head === null ? 0 : head.seq - 1;
  if (head === null || seq < 1 || sums[seq - 1] !== head.prev) return null;
  const other = Buffer.concat([bytes.subarray(0, findLineEnd(bytes, seq)), rest]);
  const parsed = parseHistory(other);
  return parsed.problem === null && parsed.end.bytes === other.length
    ? { other, ours: bytes.subarray(0, end.bytes), end }
    : null;
}

/** The position behind line `count` of a history that has it, in bytes. */
function findLineEnd(bytes: Buffer, count: number): number {
  let position = 0;
  for (let line = 0; line < count; line += 1) position = bytes.indexOf(newline, position) + 1;
  return position;
}

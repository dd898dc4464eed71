import { type HistoryContent, type HistoryEnd, parseHistory } from './storage/history/read-history';

/** The line before the first of some lines: they are chained to it. */
export type LineBefore = Pick<HistoryEnd, 'seq' | 'sha256'>;

/**
 * Verifies whole lines of a history and parses them, as `parseHistory` does. Pure; the shell of main runs it in a thread. `end`
 * counts the bytes of these lines only.
 */
export function verifyLines(lines: Uint8Array, before: LineBefore): HistoryContent {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  return parseHistory(bytes, { ...before, bytes: 0 });
}

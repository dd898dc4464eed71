import { type HistoryContent, type LineName, parseHistory } from '../storage/history/history-format.ts';

/**
 * Verifies whole lines of a history and parses them, as `parseHistory` does. Pure; the shell of main runs it in a thread. `end`
 * counts the bytes of these lines only.
 */
export function verifyLines(lines: Uint8Array, before: LineName): HistoryContent {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
  return parseHistory(bytes, { ...before, bytes: 0 });
}

import { longestCommonSubsequence, maxTableCells } from '../../../text/sequences/longest-common-subsequence';
import { splitIntoWords, type TextChange, trimCorrection } from './trim-correction';

const word = /[\p{L}\p{N}]/u;

/** The offset of each of the pieces that a text consists of, and that of its end. */
function listOffsets(pieces: readonly string[]): number[] {
  const offsets = [0];
  for (const { length } of pieces) offsets.push((offsets.at(-1) ?? 0) + length);
  return offsets;
}

/**
 * The changes that make one text of another, word by word: applied together they give exactly that text. Changes with nothing but spaces
 * and punctuation between them are one. Texts that are too long for a comparison, once their common start and end are cut off,
 * differ in one change.
 */
export function diffWords(before: string, after: string): TextChange[] {
  const trimmed = trimCorrection(before, after);
  if (!trimmed) return [];
  const old = splitIntoWords(before.slice(trimmed.start, trimmed.end));
  const now = splitIntoWords(trimmed.text);
  if (old.length * now.length > maxTableCells) return [trimmed];
  const oldOffsets = listOffsets(old);
  const pairs = longestCommonSubsequence(old.length, now.length, (a, b) => old[a] === now[b]);
  const changes: TextChange[] = [];
  let [oldEnd, nowEnd] = [0, 0];
  const close = (oldStart: number, nowStart: number) => {
    if (oldStart === oldEnd && nowStart === nowEnd) return;
    const text = now.slice(nowEnd, nowStart).join('');
    const last = changes.at(-1);
    const start = trimmed.start + (oldOffsets[oldEnd] ?? 0);
    const end = trimmed.start + (oldOffsets[oldStart] ?? 0);
    const between = last ? before.slice(last.end, start) : '';
    if (!last || word.test(between)) changes.push({ start, end, text });
    else Object.assign(last, { end, text: last.text + between + text });
  };
  for (const [oldIndex, nowIndex] of [...pairs, [old.length, now.length] as const]) {
    close(oldIndex, nowIndex);
    oldEnd = oldIndex + 1;
    nowEnd = nowIndex + 1;
  }
  return changes;
}

import type { Span } from '../text/span';
import type { WordChange } from './word-change';

/**
 * Where the changed words stand in a passage, in UTF-16 offsets into it: in the one before or the one after the change. The
 * changes must be in order, as `changesBetween` gives them; what is not found is left out.
 */
export function wordsMarked(
  passage: string,
  changes: readonly WordChange[],
  side: 'before' | 'after',
): Span[] {
  let from = 0;
  return changes.flatMap((change) => {
    const start = placeOf(passage, change[side], from);
    if (start === null) return [];
    from = start + change[side].length;
    return [{ start, end: from }];
  });
}

const wordlike = /[\p{L}\p{N}\p{M}]/u;

/** Where words stand from an offset on, and not as a part of longer ones; null when nowhere. */
function placeOf(passage: string, words: string, from: number): number | null {
  if (words === '') return null;
  const parted = (a: string | undefined, b: string | undefined) =>
    !wordlike.test(a ?? '') || !wordlike.test(b ?? '');
  for (let start = passage.indexOf(words, from); start !== -1; start = passage.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (parted(passage[start - 1], words[0]) && parted(words.at(-1), passage[end])) return start;
  }
  return null;
}

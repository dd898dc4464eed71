import type { Span } from '../text/span.ts';
import type { WordChange } from './word-change.ts';

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * Locates the changed text in a passage, in UTF-16 offsets into it: in the passage before or after the change. The changes must
 * be in order, as `classifyChanges` returns them. Text that is not found is left out.
 */
export function locateChangedWords(
  passage: string,
  changes: readonly WordChange[],
  side: 'before' | 'after',
): Span[] {
  let from = 0;
  return changes.flatMap((change) => {
    const start = findWholeWords(passage, change[side], from);
    if (start === null) return [];
    from = start + change[side].length;
    return [{ start, end: from }];
  });
}

/** The first occurrence of a text from an offset on that is not a part of longer words; null where there is none. */
function findWholeWords(passage: string, text: string, from: number): number | null {
  if (text === '') return null;
  const isBoundary = (before: string | undefined, after: string | undefined) =>
    !wordCharacter.test(before ?? '') || !wordCharacter.test(after ?? '');
  for (let start = passage.indexOf(text, from); start !== -1; start = passage.indexOf(text, start + 1)) {
    const end = start + text.length;
    if (isBoundary(passage[start - 1], text[0]) && isBoundary(text.at(-1), passage[end])) return start;
  }
  return null;
}

import type { Span } from '../domain/span';
import type { WordChange } from '../domain/word-change';

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
    const words = change[side];
    const start = words === '' ? -1 : passage.indexOf(words, from);
    if (start === -1) return [];
    from = start + words.length;
    return [{ start, end: from }];
  });
}

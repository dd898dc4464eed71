import type { Alignment } from '../../alignment/align-drafts';
import { partedAt, sentenceEnd } from '../../alignment/boundary-slide';
import type { Stretch } from '../../alignment/scored-blocks';
import type { WordRange } from '../../alignment/tokens/snap-span';
import { at } from '../../alignment/tokens/tokens';

/**
 * Whether words of the draft before lie in the first or last sentence of a stretch, and that sentence is one of several
 * copies of which another was not matched: what stands beside it on one side alone does not tell which copy it is.
 */
export function isOneOfCopies(alignment: Alignment, stretch: Stretch, words: WordRange): boolean {
  const tokens = alignment.words;
  const isBorder = (step: number) =>
    partedAt(tokens.before, stretch.before + step) >= sentenceEnd ||
    partedAt(tokens.after, stretch.after + step) >= sentenceEnd;
  const start = stretch.before;
  const end = start + stretch.length;
  if (isBorder(0)) {
    let border = 1;
    while (border < stretch.length && !isBorder(border)) border += 1;
    if (words.start < start + border && hasFreeCopy(alignment, stretch, { start, end: start + border }))
      return true;
  }
  if (!isBorder(stretch.length)) return false;
  let border = stretch.length - 1;
  while (border > 0 && !isBorder(border)) border -= 1;
  return words.end > start + border && hasFreeCopy(alignment, stretch, { start: start + border, end });
}

/** Whether words of a stretch stand elsewhere as well, in either draft, without a partner. */
function hasFreeCopy(alignment: Alignment, stretch: Stretch, { start, end }: WordRange): boolean {
  const { words, find, partners, origins } = alignment;
  const place = stretch.after + start - stretch.before;
  return (
    find.before.find(words.before, start, end).some((copy) => copy !== start && at(partners, copy) === -1) ||
    find.after.find(words.before, start, end).some((copy) => copy !== place && at(origins, copy) === -1)
  );
}

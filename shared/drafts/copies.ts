import type { Alignment } from './alignment';
import { partedAt, sentenceEnd } from './borders';
import type { WordRange } from './edges';
import type { Stretch } from './stretches';
import { at } from './tokens';

/**
 * Whether words of the draft before lie in the first or last sentence of a stretch, and that sentence is one of several
 * copies of which another was not matched: what stands beside it on one side alone does not tell which copy it is.
 */
export function isOneOfCopies(alignment: Alignment, stretch: Stretch, words: WordRange): boolean {
  const tokens = alignment.words.before;
  const end = stretch.before + stretch.length;
  if (partedAt(tokens, stretch.before) >= sentenceEnd) {
    let border = stretch.before + 1;
    while (border < end && partedAt(tokens, border) < sentenceEnd) border += 1;
    if (words.start < border && hasFreeCopy(alignment, stretch, { start: stretch.before, end: border }))
      return true;
  }
  if (partedAt(tokens, end) < sentenceEnd) return false;
  let border = end - 1;
  while (border > stretch.before && partedAt(tokens, border) < sentenceEnd) border -= 1;
  return words.end > border && hasFreeCopy(alignment, stretch, { start: border, end });
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

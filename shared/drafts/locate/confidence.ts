import { type Alignment, groupSize } from '../../alignment/align-drafts';
import type { Gap } from '../../alignment/align-gaps';
import type { WordRange } from '../../alignment/tokens/snap-span';
import { at, firstWhere } from '../../alignment/tokens/tokens';
import { sameWords } from '../../alignment/unique-ngrams';
import { isOneOfCopies } from './repeated-sentences';
import type { Piece } from './split-span';

/** Fewer words may stand anywhere, and so do not tell by themselves which place is meant. */
const tellingWords = 4;

/** Whether nothing but the place that was found can be that of words which stand there all in a row. */
export function isSure(alignment: Alignment, piece: Piece): boolean {
  const { stretch, before, length } = piece;
  const end = before + length;
  const isContested =
    before < stretch.before + stretch.head || end > stretch.before + stretch.length - stretch.tail;
  if (isContested || isOneOfCopies(alignment, stretch, { start: before, end })) return false;
  if (stretch.seeded) return true;
  if (stretch.moved) return length >= groupSize && standsOnce(alignment, { start: before, end });
  return isSureInGap(alignment, piece) || standsOnce(alignment, { start: before, end });
}

/** Whether words of the draft before stand once in each draft, and are enough to tell. */
export function standsOnce({ words, find }: Alignment, { start, end }: WordRange): boolean {
  return (
    end - start >= tellingWords &&
    find.before.find(words.before, start, end).length === 1 &&
    find.after.find(words.before, start, end).length === 1
  );
}

/** Between words that stayed the writing is the same still, and what was found stands there once before and after. */
function isSureInGap(alignment: Alignment, { before, length }: Piece): boolean {
  const gap = gapAround(alignment.gaps, before);
  if (!gap?.isSimilar || before + length > gap.beforeEnd) return false;
  return (
    countIn(alignment, 'before', before, length, gap) === 1 &&
    countIn(alignment, 'after', before, length, gap) === 1
  );
}

function gapAround(gaps: readonly Gap[], word: number): Gap | null {
  const gap = gaps[firstWhere(gaps.length, (index) => (gaps[index]?.beforeEnd ?? 0) > word)];
  return gap && gap.before <= word ? gap : null;
}

/** How often words of the draft before stand in a gap, on one of its sides. */
function countIn(
  { words }: Alignment,
  side: 'before' | 'after',
  before: number,
  length: number,
  gap: Gap,
): number {
  const [start, end] = side === 'before' ? [gap.before, gap.beforeEnd] : [gap.after, gap.afterEnd];
  let count = 0;
  for (let place = start; place + length <= end; place += 1)
    if (
      at(words[side].ids, place) === at(words.before.ids, before) &&
      sameWords(words.before, words[side], { before, after: place, length })
    )
      count += 1;
  return count;
}

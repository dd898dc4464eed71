import type { Draft } from '../domain/draft';
import { sentencesIn } from '../text/segmenter/sentences';
import type { Span } from '../text/span';

type Text = Pick<Draft, 'text' | 'blocks' | 'language'>;

/** Sentences looked for on either side of a place. */
const reach = 30;

/** The sentences around an offset, the one at it first, then those farther and farther away. */
function sentencesAround({ text, blocks, language }: Text, offset: number): Span[] {
  const at = Math.max(
    0,
    blocks.findIndex(({ end }) => end >= offset),
  );
  const near = blocks
    .slice(Math.max(0, at - reach), at + reach)
    .flatMap((block) => sentencesIn(text, block, language));
  const distance = ({ start, end }: Span) => Math.max(start - offset, 0, offset - end);
  return near.sort((a, b) => distance(a) - distance(b)).slice(0, 2 * reach);
}

/** Where the words stand in the text: the place nearest to `near`; null when they are not there. */
function nearestOf(text: string, words: string, near: number): number | null {
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  if (before === -1 || after === -1) return before === -1 && after === -1 ? null : Math.max(before, after);
  return near - before < after - near ? before : after;
}

/**
 * Where a reader goes on in another draft who was at an offset of this one: in the same sentence, or where the nearest
 * sentence is that stands in both. UTF-16 offsets. Where no sentence around the place is kept, as far into the text.
 */
export function samePlace(from: Text, offset: number, to: Text): number {
  if (from.text === to.text) return offset;
  const share = Math.round((offset / from.text.length) * to.text.length);
  for (const { start, end } of sentencesAround(from, offset)) {
    const found = nearestOf(to.text, from.text.slice(start, end), share);
    if (found !== null) return found + Math.max(0, Math.min(end - start, offset - start));
  }
  return Math.min(share, to.text.length);
}

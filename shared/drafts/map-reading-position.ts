import type { DraftText } from '../text/draft-text.ts';
import { findCachedSentences } from '../text/segmenter/sentences-around.ts';
import type { Span } from '../text/span.ts';

/** How many blocks on either side of an offset are searched for a sentence that both drafts have. */
const maxBlocks = 30;

/**
 * Where a reader at an offset of one draft continues in another: in the same sentence, or at the nearest sentence that both
 * drafts have. Where no sentence nearby is kept, at the same share of the text. UTF-16 offsets.
 */
export function mapReadingPosition(from: DraftText, offset: number, to: DraftText): number {
  if (from.text === to.text) return offset;
  const proportional = Math.round((offset / from.text.length) * to.text.length);
  for (const { start, end } of listSentencesAround(from, offset)) {
    const found = findNearest(to.text, from.text.slice(start, end), proportional);
    if (found !== null) return found + Math.max(0, Math.min(end - start, offset - start));
  }
  return Math.min(proportional, to.text.length);
}

/** The sentences around an offset, from near to far. */
function listSentencesAround({ text, blocks, language }: DraftText, offset: number): Span[] {
  const index = Math.max(
    0,
    blocks.findIndex(({ end }) => end >= offset),
  );
  const nearby = blocks
    .slice(Math.max(0, index - maxBlocks), index + maxBlocks)
    .flatMap((block) => findCachedSentences(text, block, language));
  const distance = ({ start, end }: Span) => Math.max(start - offset, 0, offset - end);
  return nearby.sort((a, b) => distance(a) - distance(b)).slice(0, 2 * maxBlocks);
}

/** The occurrence of a phrase that is nearest to an offset; null where there is none. */
function findNearest(text: string, phrase: string, offset: number): number | null {
  const before = text.lastIndexOf(phrase, offset);
  const after = text.indexOf(phrase, offset);
  if (before === -1 || after === -1) return before === -1 && after === -1 ? null : Math.max(before, after);
  return offset - before < after - offset ? before : after;
}

import type { Block } from '../../domain/draft/draft';
import { findSentences } from '../../text/segmenter/sentences';
import { findWords } from '../../text/segmenter/words';
import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { Span } from '../../text/span';
import type { DraftProposal } from '../proposal';

/** How far a word is searched for, in UTF-16 code units. */
const maxDistance = 1_000;

/** The last word that begins before an offset, else the first one, among those of a span near the offset. */
function findWordNear(text: string, offset: number, { start, end }: Span): Span | null {
  const near = { start: Math.max(start, offset - maxDistance), end: Math.min(end, offset + maxDistance) };
  if (near.start >= near.end) return null;
  const words = findWords(text, near);
  return words.findLast((word) => word.start < offset) ?? words[0] ?? null;
}

/**
 * Creates the function that finds the word for a comment at a point, by the point's UTF-16 offset: the word before it in the same
 * sentence, or else the one after it there. A point at the start of a sentence belongs to it, or to the sentence before if it `isEnd`; one
 * between two blocks belongs to the block before. Null when there is no word nearby.
 */
export function createNearestWordFinder({
  text,
  blocks,
}: Pick<DraftProposal, 'text' | 'blocks'>): (offset: number, isEnd: boolean) => Span | null {
  const sentencesByBlock = new Map<Block, Span[]>();
  const listSentences = (block: Block) => {
    const sentences = sentencesByBlock.get(block) ?? findSentences(text, block, null);
    sentencesByBlock.set(block, sentences);
    return sentences;
  };
  return (offset, isEnd) => {
    const block = blocks[findFirstIndex(blocks.length, (index) => at(blocks, index).start > offset) - 1];
    const sentences = block ? listSentences(block) : [];
    const sentence =
      sentences.findLast(({ start }) => (isEnd ? start < offset : start <= offset)) ?? sentences[0];
    return (
      (sentence && findWordNear(text, offset, sentence)) ??
      findWordNear(text, offset, { start: 0, end: text.length })
    );
  };
}

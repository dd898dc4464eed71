import type { Block } from '#shared/domain/base/draft.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { DraftProposal } from '../base/proposal.ts';

/** A sentence of a block, and the same without outer white space and halves of characters. */
interface Sentence {
  end: number;
  span: Span | null;
}

/**
 * Finds the sentence that each reference to a note belongs to; null where there is none. After a full stop, a reference belongs to
 * the sentence before. The references have to be in reading order. Takes time in proportion to the text and the references: one
 * paragraph can have thousands, and each is read while somebody waits.
 */
export function findReferringSentences(
  { text, blocks, language }: Pick<DraftProposal, 'text' | 'blocks' | 'language'>,
  references: readonly Span[],
): (Span | null)[] {
  const sentencesByBlock = new Map<Block, Sentence[]>();
  const listSentences = (block: Block): Sentence[] => {
    const known = sentencesByBlock.get(block);
    if (known) return known;
    const sentences = findSentences(text, block, language).map(({ start, end }) => ({
      end,
      span: cleanSelection(text, start, end),
    }));
    sentencesByBlock.set(block, sentences);
    return sentences;
  };
  const wordEnds = findWordsBefore(text, references);
  return references.map(({ start, end }, index) => {
    const block = blocks[findFirstIndex(blocks.length, (number) => at(blocks, number).end > start)];
    if (!block || start < block.start || block.end < end) return null;
    const word = Math.max(at(wordEnds, index), block.start);
    const sentences = listSentences(block);
    const first = findFirstIndex(sentences.length, (number) => at(sentences, number).end > word);
    return sentences[first]?.span ?? null;
  });
}

/**
 * The offset of the last character before each reference that is neither white space nor in a reference; -1 where there is none. Where
 * references follow each other, each takes the answer of the one before it.
 */
function findWordsBefore(text: string, references: readonly Span[]): number[] {
  const words: number[] = [];
  /** The earlier reference that reaches furthest, and the word before it. */
  let furthest = { end: 0, word: -1 };
  for (const [index, { start, end }] of references.entries()) {
    let word = start - 1;
    while (word >= furthest.end && /\s/.test(text.charAt(word))) word -= 1;
    if (references[index - 1]?.start === start) word = at(words, index - 1);
    else if (word < furthest.end) word = furthest.word;
    words.push(word);
    if (end > furthest.end) furthest = { end, word };
  }
  return words;
}

import type { DraftText } from '../text/draft-text';
import { at } from '../text/sequences/at';
import type { Span } from '../text/span';
import { readBlock } from './read-block';
import { spotSentence } from './spot-sentence';
import type { SpottedSpan } from './spotted-span';
import type { Tagger } from './tagging/load-tagger';

/**
 * Finds the spans worth checking in a draft, in order of their place, without overlaps. `sentences` are all sentences of the draft,
 * in order. A tagger makes phrases end at their noun (`loadTagger`); without one they may be a word too long or too short.
 */
export function spotSpans(
  draft: DraftText,
  sentences: readonly Span[],
  tagger: Tagger | null = null,
): SpottedSpan[] {
  return [...spotBlocks(draft, sentences, tagger)].flat();
}

/** The same, block by block, so that a caller can do other things in between. Blocks without sentences yield nothing. */
export function* spotBlocks(
  draft: DraftText,
  sentences: readonly Span[],
  tagger: Tagger | null = null,
): Generator<SpottedSpan[]> {
  const seenNames = new Set<string>();
  let next = 0;
  for (const block of draft.blocks) {
    const first = next;
    while (next < sentences.length && at(sentences, next).start < block.end) next += 1;
    if (next > first) yield spotBlock(draft, sentences.slice(first, next), seenNames, tagger);
  }
}

/**
 * The same for the sentences of one block. `seenNames` has the names of the blocks before it, and is added to: a name is worth
 * checking where it is first written.
 */
export function spotBlock(
  draft: DraftText,
  sentences: readonly Span[],
  seenNames: Set<string>,
  tagger: Tagger | null = null,
): SpottedSpan[] {
  return readBlock(draft, sentences).flatMap((sentence) => spotSentence(sentence, seenNames, tagger));
}

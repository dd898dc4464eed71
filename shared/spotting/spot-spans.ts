import type { DraftText } from '../text/draft-text';
import { at } from '../text/sequences/at';
import type { Span } from '../text/span';
import { readBlock } from './read-block';
import { spotSentence } from './spot-sentence';
import type { SpottedSpan } from './spotted-span';

/**
 * Finds the spans worth checking in a draft, in order of their place, without overlaps. `sentences` are all sentences of the draft,
 * in order. The order by worth is the order of the list that shows them.
 */
export function spotSpans(draft: DraftText, sentences: readonly Span[]): SpottedSpan[] {
  return [...spotBlocks(draft, sentences)].flat();
}

/** The same, block by block, so that a caller can do other things in between. Blocks without sentences yield nothing. */
export function* spotBlocks(draft: DraftText, sentences: readonly Span[]): Generator<SpottedSpan[]> {
  const seenNames = new Set<string>();
  let next = 0;
  for (const block of draft.blocks) {
    const first = next;
    while (next < sentences.length && at(sentences, next).start < block.end) next += 1;
    if (next > first) yield spotBlock(draft, sentences.slice(first, next), seenNames);
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
): SpottedSpan[] {
  return readBlock(draft, sentences).flatMap((sentence) => spotSentence(sentence, seenNames));
}

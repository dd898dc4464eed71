import type { DraftText } from '../text/draft-text';
import { at } from '../text/sequences/at';
import type { Span } from '../text/span';
import { getRuleLanguage } from './lexicon/lexicons';
import { rankSentence } from './ranking/rank-sentence';
import { spotSpans } from './spot-spans';
import type { SpottedSpan } from './spotted-span';

/**
 * How much each sentence of a draft is worth checking, from 0 to 1, in the order of the sentences. `spots` are the spans found in
 * the draft.
 */
export function rankSentences(
  draft: DraftText,
  sentences: readonly Span[],
  spots: readonly SpottedSpan[] = spotSpans(draft, sentences),
): number[] {
  const language = getRuleLanguage(draft.language);
  let next = 0;
  return sentences.map(({ start, end }) => {
    while (next < spots.length && at(spots, next).span.end <= start) next += 1;
    const first = next;
    while (next < spots.length && at(spots, next).span.start < end) next += 1;
    return rankSentence(draft.text.slice(start, end), start, spots.slice(first, next), language);
  });
}

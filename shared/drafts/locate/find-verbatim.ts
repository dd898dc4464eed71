import type { Alignment } from '../../alignment/align-drafts';
import type { DraftText } from '../../alignment/tokens/draft-text';
import { nearSentence } from '../../alignment/tokens/sentence-at';
import { spanOfWords, type WordRange, wordsIn } from '../../alignment/tokens/snap-span';
import { at } from '../../alignment/tokens/tokens';
import { type Span, sameSpan } from '../../text/span';

/**
 * Where the words of a span of the draft before stand in one of the drafts, letter by letter; `added`: in the draft after, in
 * words that came from nowhere. 20 places at most.
 */
export function samePlaces(
  alignment: Alignment,
  span: Span,
  where: 'before' | 'after' | 'added',
  words: WordRange = wordsIn(alignment.words.before, span),
): Span[] {
  const { before, after } = alignment.words;
  const tokens = { before, after: where === 'before' ? before : after };
  if (words.start === words.end) return [];
  const text = before.text.slice(span.start, span.end);
  const isAdded = (word: number) => at(alignment.origins, word) === -1;
  return alignment.find[where === 'before' ? 'before' : 'after']
    .find(before, words.start, words.end, where === 'added' ? isAdded : undefined)
    .map((start) => spanOfWords(tokens, span, words, { start, end: start + words.end - words.start }))
    .filter((place) => tokens.after.text.slice(place.start, place.end) === text);
}

/** Where the sentence of a span, or those that it touches, stands letter by letter as a sentence. */
interface SentencePlaces {
  /** Where the span within it stands, in the draft after. */
  readonly places: readonly Span[];
  /** Whether its words stood once in the draft before, and whether they stand once in each. */
  readonly stoodOnce: boolean;
  readonly standsOnce: boolean;
}

export function sentencePlaces(alignment: Alignment, span: Span, sentence: Span): SentencePlaces {
  const { after } = alignment;
  const shift = span.start - sentence.start;
  const there = samePlaces(alignment, sentence, 'after');
  const places = there
    .filter((place) => isSentence(after, place))
    .map(({ start }) => ({ start: start + shift, end: start + shift + span.end - span.start }));
  if (places.length === 0) return { places, stoodOnce: false, standsOnce: false };
  // A copy at the end of a longer sentence is one as well.
  const stoodOnce = samePlaces(alignment, sentence, 'before').length === 1;
  return { places, stoodOnce, standsOnce: stoodOnce && there.length === 1 };
}

function isSentence({ text, blocks, language }: DraftText, span: Span): boolean {
  return sameSpan(nearSentence(text, blocks, span, language), span);
}

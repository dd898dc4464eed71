import type { ChangesSinceJudged } from '../../../../shared/domain/claims/changes-since-judged';
import type { Draft } from '../../../../shared/domain/draft/draft';
import { locateChangedWords } from '../../../../shared/text-changes/locate-changed-words';
import { findSentenceAround } from '../../../../shared/text/segmenter/sentences-around';
import type { Span } from '../../../../shared/text/span';

/** The sentence around a claim, with the words that changed. All spans are UTF-16 offsets into `text`. */
export interface ClaimSentence {
  text: string;
  /** The claim's words in the sentence; null where their position is not known. */
  claimSpan: Span | null;
  changedSpans: Span[];
}

/** The changes in the claim's words, before them in the sentence, and after them. */
export type ChangesByPart = Pick<ChangesSinceJudged, 'words' | 'beforeWords' | 'afterWords'>;

export const noChanges: ChangesByPart = { words: [], beforeWords: [], afterWords: [] };

/** Creates the sentence of one side of a comparison, with the changed words of that side. */
export function createClaimSentence(
  text: string,
  { start, end }: Span,
  changes: ChangesByPart,
  side: 'before' | 'after',
): ClaimSentence {
  return {
    text,
    claimSpan: { start, end },
    changedSpans: [
      ...locateChangedWords(text.slice(0, start), changes.beforeWords, side),
      ...shiftSpans(locateChangedWords(text.slice(start, end), changes.words, side), start),
      ...shiftSpans(locateChangedWords(text.slice(end), changes.afterWords, side), end),
    ],
  };
}

/** Finds the sentence around a span of a draft, and marks the changed words of the newer side in it. */
export function getClaimSentence(
  { text, blocks, language }: Draft,
  span: Span,
  changes: ChangesByPart = noChanges,
): ClaimSentence {
  const sentence = findSentenceAround(text, blocks, span, language);
  const claimSpan = { start: span.start - sentence.start, end: span.end - sentence.start };
  return createClaimSentence(text.slice(sentence.start, sentence.end), claimSpan, changes, 'after');
}

function shiftSpans(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

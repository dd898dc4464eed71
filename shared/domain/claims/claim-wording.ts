import type { DraftText } from '../../text/draft-text';
import { findSentenceAround } from '../../text/segmenter/sentences-around';
import type { Span } from '../../text/span';
import type { SentenceContext } from '../../text-changes/sentence-context';
import type { Judgement } from '../claim';
import type { Review } from '../review/review';
import { getJudgementKey } from './recut-sentence';

/** The text of a claim on `span` and the sentence around it, which are stored with a verdict. */
export function getClaimWording(draft: DraftText, span: Span): { words: string; sentence: string } {
  const { text, sentence } = getCurrentContext(draft, span);
  return { words: text.slice(span.start, span.end), sentence: text.slice(sentence.start, sentence.end) };
}

/** The words at `span` within the sentence around them, cut by the rules of today. */
export function getCurrentContext({ text, blocks, language }: DraftText, span: Span): SentenceContext {
  return { text, sentence: findSentenceAround(text, blocks, span, language), words: span };
}

/** The text that was judged, with its sentence as today's rules cut it. The stored sentence must not be compared. */
export interface JudgedWording {
  readonly words: string;
  readonly comparedSentence: string;
}

/** The judged text of a claim, cut by the same rules as sentences of today. */
export function getJudgedWording(
  { recutSentences }: Review,
  claimId: string,
  judged: Judgement,
): JudgedWording {
  const recut = recutSentences.get(getJudgementKey(claimId, judged))?.recut;
  return { words: judged.words, comparedSentence: recut ?? judged.sentence };
}

import { sentenceAround } from '../text/sentences';
import type { Claim } from './claim';
import { chainOf } from './derivation';
import type { Block } from './draft';
import { type Review, referringTo } from './review';
import type { Span } from './span';
import type { Standing } from './verdict';

/** A draft's text as far as judging needs it. */
export interface JudgedText {
  id: string;
  text: string;
  blocks: Block[];
  language: string | null;
}

/** The claim's words and the sentence they stand in: what a verdict is set on. */
export function wordsJudged(draft: JudgedText, span: Span): { words: string; sentence: string } {
  const around = sentenceAround(draft.text, draft.blocks, span, draft.language);
  return {
    words: draft.text.slice(span.start, span.end),
    sentence: draft.text.slice(around.start, around.end),
  };
}

/** The sources of a claim, and those that they repeat, that were withdrawn or found wrong: by id, in a fixed order. */
export function fallenSources(review: Review, claimId: string): string[] {
  const fallen = referringTo(review, `claims/${claimId}`, 'evidence')
    .flatMap(({ sourceId }) => chainOf(review, sourceId))
    .filter(({ standing }) => standing !== 'good');
  return [...new Set(fallen.map(({ id }) => id))].sort();
}

export type RecheckReason = 'words' | 'sentence' | 'source';

/**
 * Why a verdict no longer stands: the words or the sentence differ from what was judged, or a source that the claim rests
 * on was withdrawn or found wrong since. Empty when it stands, and for an unchecked claim. Derived, never stored.
 */
export function recheckReasons(
  review: Review,
  draft: JudgedText,
  claim: Claim,
  span: Span | null,
): RecheckReason[] {
  if (!claim.judged || !span) return [];
  const reasons: RecheckReason[] = [];
  const now = wordsJudged(draft, span);
  if (now.words !== claim.judged.words) reasons.push('words');
  else if (now.sentence !== claim.judged.sentence) reasons.push('sentence');
  const known = new Set(claim.judged.despite);
  if (fallenSources(review, claim.id).some((id) => !known.has(id))) reasons.push('source');
  return reasons;
}

/** How a claim stands now. */
export function standingOf(review: Review, draft: JudgedText, claim: Claim, span: Span | null): Standing {
  return recheckReasons(review, draft, claim, span).length > 0 ? 'recheck' : claim.verdict;
}

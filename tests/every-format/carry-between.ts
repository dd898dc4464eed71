import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { findChangesSinceJudged, getJudgedWording } from '#shared/domain/claims/changes-since-judged.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { createEmptyReview, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import type { CarriedClaim } from '#shared/drafts/carried-review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { type DraftProposal, noClaims } from '#shared/import/base/proposal.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import { createProposedClaim } from '../libraries/proposals.ts';
import { articleClaims } from './article.ts';
import { findClaims, toLetters } from './find-claims.ts';

/**
 * The outcome of a claim that is carried from one format to another: `kept` has its place and its verdict, `flagged` its place
 * and waits for the reviewer, `lost` has no place and waits, `wrong` is on other words without a flag, `missing` is a claim whose
 * words the next draft does not have, and that waits.
 */
export type Outcome = 'kept' | 'flagged' | 'lost' | 'wrong' | 'missing';

export interface CarriedOutcome {
  outcome: Outcome;
  /** The claim's words in the article. */
  words: string;
  isInNoteOrTable: boolean;
  /** The words in the draft before, and in the next one where the claim has a place. */
  before: string;
  after: string | null;
  /** The material changes of the words and of the rest of the sentence, because of which the claim waits. */
  changes: WordChange[];
}

/** Opens an article from a proposal with the claims of the article, all verified. Claims that it does not have are left out. */
function openChecked(proposal: DraftProposal) {
  const found = findClaims(proposal.text).flatMap((span, index) => (span ? [{ span, index }] : []));
  const claims = found.map(({ span }) => createProposedClaim(span, { verdict: 'verified' }));
  let idCount = 0;
  const newId = () => {
    idCount += 1;
    return `id-${idCount}`;
  };
  const context = { by: 'Ada', at: '2026-11-21T10:52:00.000Z', newId };
  const { draft, change } = openArticle({ ...proposal, ...noClaims, claims }, 'a', 'a'.repeat(64), context);
  const review = createEmptyReview();
  const applied = applyEdits(review, change.edits);
  if (!applied.ok) throw new Error(applied.reason);
  const indexes = new Map([...review.claims.keys()].map((id, at) => [id, found[at]?.index ?? 0]));
  return { draft, review, indexes };
}

/** Whether two spans have the same letters at the same place, and the same symbols such as "€". */
function isSamePlace(text: string, a: Span, b: Span): boolean {
  const [first, second] = [a, b].map(({ start, end }) => text.slice(start, end));
  const shared = text.slice(Math.max(a.start, b.start), Math.min(a.end, b.end));
  const withSymbols = (part = '') => part.replace(/[^\p{L}\p{N}\p{Sc}]/gu, '');
  return withSymbols(first) === withSymbols(second) && toLetters(shared) === toLetters(first ?? '');
}

function judge(carried: CarriedClaim, truth: Span | null, text: string): Outcome {
  const { span, resolved } = carried;
  if (!truth) return resolved && span ? 'wrong' : 'missing';
  if (!span) return 'lost';
  const isThere = isSamePlace(text, span, truth);
  if (resolved) return isThere ? 'kept' : 'wrong';
  return isThere ? 'flagged' : 'lost';
}

function listMaterialChanges(review: Review, carried: CarriedClaim, after: DraftText): WordChange[] {
  const judged = review.claims.get(carried.claimId)?.judged;
  if (!judged || !carried.span) return [];
  const judgedWording = getJudgedWording(review, carried.claimId, judged);
  const { words, aroundWords } = findChangesSinceJudged(after, judgedWording, carried.span);
  return [...words, ...aroundWords].filter(({ material }) => material);
}

/** Carries the verified claims of the article from a draft in one format to the next draft in another, as main does. */
export function carryBetween(before: DraftProposal, after: DraftProposal): CarriedOutcome[] {
  const { draft, review, indexes } = openChecked(before);
  const { text, blocks } = after;
  const language = after.language ?? draft.language;
  const truths = findClaims(text);
  const job = { review: copyReview(review), before: draft, after: { text, blocks, language } };
  return carryReview(job).claims.map((carried) => {
    const index = indexes.get(carried.claimId) ?? 0;
    const { words = '', kind = 'paragraph' } = articleClaims[index] ?? {};
    return {
      outcome: judge(carried, truths[index] ?? null, text),
      words,
      isInNoteOrTable: kind === 'note' || kind === 'row',
      before: carried.words,
      after: carried.span && text.slice(carried.span.start, carried.span.end),
      changes: listMaterialChanges(review, carried, { text, blocks, language }),
    };
  });
}

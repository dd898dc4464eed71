import type { Draft } from '#shared/domain/base/draft.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { createEmptyReview, type Review } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import type { DraftProposal, ProposedClaim } from '#shared/import/base/proposal.ts';
import { createProposedClaim, createTestProposal, findWords } from '#tests/libraries/proposals.ts';
import { applyOrThrow, createEditContext } from '../reviews.ts';

/** A proposal with these paragraphs. */
export function createProposal(...paragraphs: string[]): DraftProposal {
  return createTestProposal(paragraphs);
}

/** A proposed claim on a phrase of the proposal's text. */
export function proposeClaim(
  { text }: DraftProposal,
  words: string,
  more: Partial<ProposedClaim> = {},
): ProposedClaim {
  return createProposedClaim(findWords(text, words), { verdict: 'verified', ...more });
}

/** Opens an article with these paragraphs, and with claims by the phrase that each is on. */
export function openCheckedArticle(
  paragraphs: readonly string[],
  claims: Readonly<Record<string, Verdict>>,
  more: Partial<ProposedClaim> = {},
): { review: Review; draft: Draft; change: Change; claimIds: string[] } {
  const proposal = createProposal(...paragraphs);
  const proposedClaims = Object.entries(claims).map(([words, verdict]) =>
    proposeClaim(proposal, words, { verdict, ...more }),
  );
  const { draft, change } = openArticle(
    { ...proposal, claims: proposedClaims },
    'article',
    'a'.repeat(64),
    createEditContext('s'),
  );
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft, change, claimIds: [...review.claims.keys()] };
}

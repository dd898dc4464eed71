import type { Draft } from '../../../../shared/domain/draft/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import type { Verdict } from '../../../../shared/domain/verdict';
import { openArticle } from '../../../../shared/drafts/open-article';
import { joinBlocks } from '../../../../shared/import/imported-blocks';
import { type DraftProposal, noClaims, type ProposedClaim } from '../../../../shared/import/proposal';
import { applyOrThrow, createEditContext } from '../reviews';

const emptyClaim = {
  note: null,
  correction: null,
  claimant: null,
  kind: null,
  annotation: null,
  proposedEvidence: [],
  evidence: [],
};

/** A proposal with these paragraphs. */
export function createProposal(...paragraphs: string[]): DraftProposal {
  const body = joinBlocks(
    paragraphs.map((text) => ({ kind: 'paragraph', level: null, text, marks: [] }) as const),
  );
  return {
    ...{ title: 'The ferry', byline: null, link: null, publishedAt: null, language: 'en' },
    ...{ origin: { kind: 'paste', name: null }, ...noClaims, ...body },
  };
}

/** A proposed claim on a phrase of the proposal's text. */
export function proposeClaim(
  { text }: DraftProposal,
  words: string,
  more: Partial<ProposedClaim> = {},
): ProposedClaim {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text does not contain "${words}".`);
  return { ...emptyClaim, verdict: 'verified', span: { start, end: start + words.length }, ...more };
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

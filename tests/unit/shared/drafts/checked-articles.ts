import type { Draft } from '../../../../shared/domain/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import type { Verdict } from '../../../../shared/domain/verdict';
import { openArticle } from '../../../../shared/drafts/open-article';
import { joinBlocks } from '../../../../shared/import/imported-blocks';
import type { DraftProposal, ProposedClaim } from '../../../../shared/import/proposal';
import { applyOrThrow, createEditContext } from '../reviews';

const nothing = { note: null, correction: null, claimant: null, kind: null, evidence: [] };

/** A proposal of these paragraphs. */
export function proposalOf(...paragraphs: string[]): DraftProposal {
  const body = joinBlocks(
    paragraphs.map((text) => ({ kind: 'paragraph', level: null, text, marks: [] }) as const),
  );
  return {
    ...{ title: 'The ferry', byline: null, link: null, publishedAt: null, language: 'en' },
    ...{ origin: { kind: 'paste', name: null }, sources: [], claims: [], ...body },
  };
}

/** A claim on words that the proposal holds. */
export function claimOn(
  { text }: DraftProposal,
  words: string,
  more: Partial<ProposedClaim> = {},
): ProposedClaim {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`there is no "${words}"`);
  return { ...nothing, verdict: 'verified', span: { start, end: start + words.length }, ...more };
}

/** An article of these paragraphs, opened, with claims on words of it. */
export function checked(
  paragraphs: readonly string[],
  claims: Readonly<Record<string, Verdict>>,
  more: Partial<ProposedClaim> = {},
): { review: Review; draft: Draft; change: Change; claimIds: string[] } {
  const proposal = proposalOf(...paragraphs);
  const made = Object.entries(claims).map(([words, verdict]) =>
    claimOn(proposal, words, { verdict, ...more }),
  );
  const { draft, change } = openArticle(
    { ...proposal, claims: made },
    'article',
    'a'.repeat(64),
    createEditContext('s'),
  );
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft, change, claimIds: [...review.claims.keys()] };
}

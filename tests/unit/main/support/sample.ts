import type { Draft } from '#shared/domain/base/draft.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createTestProposal } from '#tests/libraries/proposals.ts';

export const sampleText =
  'The mill closed in 1974.\n\nIt employed 1,200 people, said Ada Brook. “We lost a town,” she said. It never reopened.';

/** An article of two paragraphs without claims. */
export function sampleProposal(title = 'The mill'): DraftProposal {
  return createTestProposal(sampleText.split('\n\n'), { title });
}

let idCount = 0;

/** Creates an id that is unique within the run. Ids sort in the order in which they were created. */
export function newId(): string {
  idCount += 1;
  return `id-${String(idCount).padStart(6, '0')}`;
}

/** A change that marks a span of the draft as a claim. */
export function createMarkChange(draft: Draft, start = 0, end = 8, verdict: Verdict = 'unchecked') {
  const context = { by: null, at: '2026-01-01T00:00:00.000Z', newId };
  const { step, claimId } = markClaim(draft, { start, end }, verdict, context);
  const change: ProposedChange = { id: newId(), ...step };
  return { change, claimId };
}

/** A change that renames the article. */
export function createTitleChange(articleId: string, before: string, after: string): ProposedChange {
  return {
    id: newId(),
    action: 'article.edit',
    edits: [
      { table: 'article', id: articleId, update: { before: { title: before }, after: { title: after } } },
    ],
  };
}

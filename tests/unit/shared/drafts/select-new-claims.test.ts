import { expect, test } from 'vitest';
import { createEmptyReview } from '../../../../shared/domain/review/review';
import { copyReview } from '../../../../shared/domain/review/review-copy';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { openArticle } from '../../../../shared/drafts/open-article';
import { listImportedAnnotations } from '../../../../shared/drafts/select-new-annotations';
import { selectNewClaims } from '../../../../shared/drafts/select-new-claims';
import { proposeEvidence } from '../../../../shared/import/annotations/propose-evidence';
import { createNotesProposal } from '../import/notes-proposal';
import { applyOrThrow, createEditContext } from '../reviews';

test('a note with other words adds to the claim that it made, and all others add nothing', () => {
  const read = proposeEvidence(createNotesProposal().proposal, { authors: [], areNotesSources: true });
  const { draft, change } = openArticle(read, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  const carried = carryReview({ review: copyReview(review), before: draft, after: read });
  const known = listImportedAnnotations([change], review);
  const select = (claims: typeof read.claims) => {
    const { claims: added, further } = selectNewClaims(review, claims, carried.claims, known);
    return [added.length, further.map(({ claimId }) => claimId)];
  };
  expect(select(read.claims)).toEqual([0, []]);
  const [first, ...others] = read.claims;
  if (!first) throw new Error('No note made a claim.');
  const proposedEvidence = first.proposedEvidence.map((one) => ({
    ...one,
    annotation: { ...one.annotation, text: 'Another source altogether.' },
  }));
  expect(select([{ ...first, proposedEvidence }, ...others])).toEqual([0, [carried.claims[0]?.claimId]]);
});

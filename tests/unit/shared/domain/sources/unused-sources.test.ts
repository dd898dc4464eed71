import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteClaim, markClaim } from '../../../../../shared/domain/claims/claim-edits';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { copyReview, reviewFromData } from '../../../../../shared/domain/review/review-copy';
import { attachEvidence } from '../../../../../shared/domain/sources/evidence-edits';
import { deleteUnusedSources, findUnusedSources } from '../../../../../shared/domain/sources/unused-sources';
import { createEvidenceFields, emptySource } from '../../../../libraries/sources';
import { applyOrThrow, createEditContext, openSample, toComparable } from '../../reviews';

test('exactly the sources that lost their last evidence are unused, and removing them is one step that can be undone', () => {
  const links = fc.array(fc.record({ claim: fc.nat({ max: 2 }), source: fc.nat({ max: 3 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(links, fc.nat({ max: 2 }), (pairs, deletedIndex) => {
      const opened = openSample();
      const review = reviewFromData(copyReview(opened.review));
      const context = createEditContext('e');
      const claimIds = [0, 1, 2].map((index) => {
        const { step, claimId } = markClaim(
          opened.draft,
          { start: index * 10, end: index * 10 + 5 },
          'unchecked',
          context,
        );
        applyOrThrow(review, step.edits);
        return claimId;
      });
      for (const { claim, source } of pairs) {
        const title = `Source ${source}`;
        const known = [...review.sources.values()].find((one) => one.title === title) ?? null;
        const input = { fields: { ...emptySource, title }, files: [] };
        const step = attachEvidence(
          review,
          claimIds[claim] ?? '',
          known,
          input,
          createEvidenceFields(),
          context,
        );
        if (step) applyOrThrow(review, step.edits);
      }
      const deleted = review.claims.get(claimIds[deletedIndex] ?? '');
      if (!deleted) throw new Error('the claim is not there');
      const hadSources = new Set(
        [...review.evidence.values()]
          .filter(({ claimId }) => claimId === deleted.id)
          .map((one) => one.sourceId),
      );
      const { edits } = deleteClaim(review, deleted);
      applyOrThrow(review, edits);
      const used = new Set(Array.from(review.evidence.values(), ({ sourceId }) => sourceId));
      const unused = findUnusedSources(review, edits);
      expect(new Set(unused.map(({ id }) => id))).toEqual(
        new Set([...hadSources].filter((id) => !used.has(id))),
      );
      if (unused.length === 0) return;
      const before = toComparable(review);
      const step = deleteUnusedSources(review, unused);
      applyOrThrow(review, step.edits);
      expect(unused.some(({ id }) => review.sources.has(id))).toBe(false);
      applyOrThrow(review, invertEdits(step.edits));
      expect(toComparable(review)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

import { expect, test } from 'vitest';
import { tables } from '#shared/domain/review/tables.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

test('a claim refers to the draft in which it was judged, and to nothing else', () => {
  const { review } = openSample();
  for (const claim of review.claims.values())
    expect(tables.claims.references(claim)).toEqual(claim.judged ? [`drafts/${claim.judged.draftId}`] : []);
});

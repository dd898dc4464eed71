import { expect, test } from 'vitest';
import { listFormerNumbers } from '#main/core/reports/find-word-base.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { findWords } from '#tests/libraries/proposals.ts';
import { createProposal, openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow } from '#tests/unit/shared/reviews.ts';
import { addReturned } from '../drafts/returned-reports.ts';

test('a claim has the numbers of all drafts, each once', () => {
  const paragraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.'];
  const { review, draft, claimIds } = openCheckedArticle(paragraphs, {
    '12 million': 'disputed',
    Gdansk: 'verified',
  });
  const after = createProposal('Ships are large.', ...paragraphs.toReversed());
  const claims = [
    createAnnotatedClaim(
      findWords(after.text, 'Ships'),
      createAnnotation([{ by: 'Ada', at: null, text: 'Really?' }], false),
    ),
  ];
  applyOrThrow(review, addReturned(review, draft, { ...after, claims }).edits);
  const numbers = listFormerNumbers(review);
  expect(claimIds.map((id) => numbers.get(id))).toEqual([[1, 3], [2]]);
});

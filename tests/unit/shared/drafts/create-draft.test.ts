import { expect, test } from 'vitest';
import { claimSchema } from '#shared/domain/base/claim.ts';
import { draftSchema } from '#shared/domain/base/draft.ts';
import { changeSchema } from '#shared/domain/review/change.ts';
import { createEmptyReview, getArticle, getNewestDraft } from '#shared/domain/review/review.ts';
import { reviewDataSchema, reviewToData } from '#shared/domain/review/review-data.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { createSampleArticle } from '#shared/sample/sample-article.ts';
import { createEditContext, openSample } from '../reviews.ts';

test('an article is opened from a proposal with its claims, evidence and sources', () => {
  const { review, draft, change } = openSample();
  const proposal = createSampleArticle();
  expect(changeSchema.parse(change)).toEqual(change);
  expect(draftSchema.parse(draft)).toEqual(draft);
  const data = reviewToData(review);
  expect(reviewDataSchema.parse(data)).toEqual(data);
  expect(getArticle(review).title).toBe(proposal.title);
  expect(getNewestDraft(review)).toMatchObject({ id: draft.id, number: 1 });
  expect(data.claims).toHaveLength(proposal.claims.length);
  expect(data.evidence).toHaveLength(proposal.claims.flatMap(({ evidence }) => evidence).length);
  expect(data.sources.map(({ title }) => title)).toEqual(proposal.sources.map(({ title }) => title));
});

test('the claims of a proposal are judged by the person it names, while the reviewer opens the article', () => {
  const { change } = openArticle(
    createSampleArticle(),
    'a',
    'a'.repeat(64),
    createEditContext('s', 'Ada'),
    'Sample',
  );
  expect(change.by).toBe('Ada');
  const claims = change.edits.flatMap((edit) =>
    edit.table === 'claims' && 'create' in edit ? [claimSchema.parse(edit.create)] : [],
  );
  expect(new Set(claims.map(({ judged }) => judged?.by))).toEqual(new Set(['Sample', undefined]));
});

test('a review without an article or a draft is an error', () => {
  expect(() => getArticle(createEmptyReview())).toThrow('no article');
  expect(() => getNewestDraft(createEmptyReview())).toThrow('no draft');
});

import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { createEmptyReview, getArticle } from '#shared/domain/review/review.ts';
import type { ClaimReviewSettings } from '#shared/domain/settings/settings.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import {
  confidentialFields,
  createReportJob,
  editFourthClaim,
  type Opened,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';

const settings: ClaimReviewSettings = {
  organization: 'The Mill',
  url: 'https://mill.example/',
  best: 5,
  worst: 1,
  ratings: {
    verified: { value: 5, name: 'True' },
    disputed: { value: 1, name: null },
    unverifiable: { value: null, name: 'Unproven' },
  },
};

function publish(opened: Opened, link: string | null = 'https://mill.example/tram#top'): Opened {
  const step = editArticle(getArticle(opened.review), { link });
  if (step) applyOrThrow(opened.review, step.edits);
  return opened;
}

function render(opened: Opened, more: { claimReview?: ClaimReviewSettings; claimIds?: string[] } = {}) {
  const job = createReportJob(opened, 'claimReview');
  const { options } = job.choices;
  const { claimIds = null, claimReview = settings } = more;
  const choices = {
    ...job.choices,
    options: { ...options, claimReview: { claimIds, organizationIds: claimIds ?? [] } },
  };
  return makeReport({ ...job, choices, claimReview });
}

const listClaims = ({ review }: Opened) =>
  [...review.claims.values()].filter(({ claimant, verdict }) => claimant !== null && verdict !== 'unchecked');

test('A claim is summed up by its words when they are a sentence, or else by the sentence around them', () => {
  const { draft, change } = openArticle(
    createProposal('The lake lost 4.2 million litres in 2024. “It is gone.” That was all.'),
    'a',
    'a'.repeat(64),
    createEditContext('o'),
  );
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  for (const words of ['4.2 million litres in 2024', 'It is gone.']) {
    const start = draft.text.indexOf(words);
    const fields = { note: null, correction: null, claimant: 'Edda', kind: null };
    const span = { start, end: start + words.length };
    const { step } = markClaim(draft, span, 'disputed', createEditContext(`c${start}`), fields);
    applyOrThrow(review, step.edits);
  }
  const reviews: { claimReviewed: string }[] = JSON.parse(render({ review, draft }).content);
  expect(reviews.map(({ claimReviewed }) => claimReviewed)).toEqual([
    'The lake lost 4.2 million litres in 2024.',
    'It is gone.',
  ]);
});

test('Each claim with a claimant and a verdict that counts becomes a ClaimReview of schema.org', () => {
  const opened = publish(openSample());
  const { content, missing } = render(opened);
  expect(missing).toEqual([]);
  const reviews = JSON.parse(content);
  expect(reviews.length).toBeGreaterThan(0);
  expect(reviews.length).toBeLessThanOrEqual(listClaims(opened).length);
  for (const review of reviews) {
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: expect.stringMatching(/^https:\/\/mill\.example\/tram#claim-\d+$/),
      claimReviewed: expect.stringMatching(/\S/),
      itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: expect.any(String) } },
      reviewRating: { '@type': 'Rating', alternateName: expect.any(String) },
      author: { '@type': 'Organization', name: 'The Mill', url: 'https://mill.example/' },
      datePublished: '2026-11-21',
    });
    const { ratingValue, bestRating, worstRating } = review.reviewRating;
    if (ratingValue !== undefined) expect([bestRating, worstRating]).toEqual([5, 1]);
  }
  expect(new Set(reviews.map(({ url }: { url: string }) => url)).size).toBe(reviews.length);
});

test('Only the chosen claims are reviewed', () => {
  const opened = publish(openSample());
  const all = JSON.parse(render(opened).content);
  const ids = listClaims(opened).map(({ id }) => id);
  const counts = ids.map((id) => JSON.parse(render(opened, { claimIds: [id] }).content).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  const [one] = ids.filter((_, index) => counts[index] === 1);
  const [review] = JSON.parse(render(opened, { claimIds: [one ?? ''] }).content);
  expect(review.itemReviewed.author['@type']).toBe('Organization');
});

describe('What is missing is said with the place where to fill it in', () => {
  const nothing = { ...settings, organization: null, url: null };
  test.each([
    ['the name of the organization', { claimReview: nothing }, /organization has no name: .* settings/],
    ['its address', { claimReview: nothing }, /organization has no address: .* settings/],
    ['the ends of the scale', { claimReview: { ...settings, best: null } }, /without a best and a worst/],
    ['a scale that holds the ratings', { claimReview: { ...settings, best: 4 } }, /outside of the best/],
    ['a claim', { claimIds: [] }, /no claim to review/],
  ])('%s', (_name, more, said) => {
    expect(
      render(publish(openSample()), more)
        .missing.map(({ sentence }) => sentence)
        .join('\n'),
    ).toMatch(said);
  });

  test('the address of the article', () => {
    expect(render(publish(openSample(), null)).missing).toEqual([
      { place: 'details', sentence: expect.stringMatching(/article has no address/) },
    ]);
    expect(render(publish(openSample(), 'mailto:a@b.example')).missing).toHaveLength(1);
  });
});

describe('A ClaimReview is public', () => {
  test('It has nothing of sources, notes and corrections', () => {
    const { content, leaks } = render(publish(openWithConfidential()));
    expect(leaks).toEqual([]);
    expect(content).not.toMatch(/umbrage|quorn|quillan|ibbotson|vermilion/i);
    for (const field of ['note', 'correction'] as const) {
      const edited = render(publish(editFourthClaim(field, confidentialFields.title)));
      expect(edited).toMatchObject({ content, leaks: [] });
    }
  });

  test('A confidential name as the claimant is a leak', () => {
    const opened = publish(editFourthClaim('claimant', 'Zelda "Zed" Quorn & <partners>'));
    const job = createReportJob(opened, 'claimReview');
    const forLawyers = { ...job.choices, options: { ...job.choices.options, reader: 'legal' as const } };
    expect(makeReport({ ...job, choices: forLawyers }).leaks).toHaveLength(1);
    expect(render(opened).leaks.map(({ message }) => message)).toEqual([
      'The name of a confidential source appears in the “stated by” of claim 4.',
    ]);
  });
});

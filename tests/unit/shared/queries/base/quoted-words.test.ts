import { expect, test } from 'vitest';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import {
  findQuotedWordQueries,
  listQuoteChecks,
  type QuoteCheckResult,
} from '#shared/queries/base/quoted-words.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

const context = createEditContext('q');
const [firstSum, secondSum] = ['1'.repeat(64), '2'.repeat(64)];

/** The sample article with a judged claim, a source with two files, and evidence that quotes it. */
function createReview(verdict: Verdict, evidence: Partial<Evidence> = {}) {
  const { review, draft } = openSample();
  const span = { start: draft.blocks[1]?.start ?? 0, end: draft.blocks[1]?.end ?? 1 };
  const { step, claimId } = markClaim(draft, span, 'unchecked', context);
  applyOrThrow(review, step.edits);
  putEntity(review, 'sources', createTestSource('s', { title: 'Annual report' }));
  putEntity(review, 'evidence', {
    id: 'e',
    claimId,
    sourceId: 's',
    stance: 'supports',
    stanceChosen: true,
    locator: null,
    quote: 'twelve boats',
    note: null,
    ...evidence,
  });
  addFile(review, 'f1', firstSum);
  addFile(review, 'f2', secondSum);
  const claim = review.claims.get(claimId);
  if (claim) applyOrThrow(review, setVerdict(review, draft, claim, verdict, context)?.edits ?? []);
  return { review, draft, span };
}

function addFile(review: Review, id: string, sha256: string): void {
  putEntity(review, 'attachments', {
    id,
    sha256,
    sourceId: 's',
    name: `${id}.pdf`,
    bytes: 10,
    mime: 'application/pdf',
    addedAt: context.at,
  });
}

const results: readonly (readonly [QuoteCheckResult | undefined, QuoteCheckResult | undefined, boolean])[] = [
  ['absent', 'absent', true],
  ['absent', 'unreadable', true],
  ['absent', 'found', false],
  ['found', 'unreadable', false],
  ['unreadable', 'unreadable', false],
  ['absent', undefined, false],
  [undefined, undefined, false],
];

test.each(results)(
  'a verified claim whose files are %s and %s raises a query: %s',
  (first, second, isRaised) => {
    const { review, draft, span } = createReview('verified');
    const queries = findQuotedWordQueries(review, draft, (sha256) => (sha256 === firstSum ? first : second));
    expect(queries).toEqual(
      isRaised
        ? [
            {
              rule: 'quoted-words',
              places: [span],
              quote: 'twelve boats',
              sourceId: 's',
              explanation: 'None of the kept files of “Annual report” holds the words “twelve boats”.',
            },
          ]
        : [],
    );
  },
);

test('each quote is looked up once, in all files of its source', () => {
  const { review } = createReview('verified');
  const [evidence] = review.evidence.values();
  if (evidence) putEntity(review, 'evidence', { ...evidence, id: 'again' });
  addFile(review, 'f3', firstSum);
  expect(listQuoteChecks(review)).toEqual([
    { sourceId: 's', quote: 'twelve boats', sha256s: [firstSum, secondSum] },
  ]);
});

const others: readonly (readonly [string, Verdict, Partial<Evidence>])[] = [
  ['is disputed', 'disputed', {}],
  ['can’t be verified', 'unverifiable', {}],
  ['is not checked', 'unchecked', {}],
  ['has evidence that refutes it', 'verified', { stance: 'refutes' }],
  ['has evidence that is context', 'verified', { stance: 'context' }],
  ['has evidence without a quote', 'verified', { quote: null }],
];

test.each(others)('a claim that %s raises none, and nothing is looked up', (_what, verdict, evidence) => {
  const { review, draft } = createReview(verdict, evidence);
  expect(findQuotedWordQueries(review, draft, () => 'absent')).toEqual([]);
  expect(listQuoteChecks(review)).toEqual([]);
});

test('a source without kept files raises none', () => {
  const { review, draft } = createReview('verified');
  review.attachments.clear();
  for (const referrers of review.referrers.values()) referrers.delete('attachments');
  expect(listQuoteChecks(review)).toEqual([]);
  expect(findQuotedWordQueries(review, draft, () => 'absent')).toEqual([]);
});

test('a claim that has to be checked again raises none', () => {
  const { review, draft } = createReview('verified');
  const source = review.sources.get('s');
  if (source) putEntity(review, 'sources', { ...source, standing: 'withdrawn' });
  expect(findQuotedWordQueries(review, draft, () => 'absent')).toEqual([]);
});

test('a claim that is not in the shown draft raises none', () => {
  const { review, draft } = createReview('verified');
  expect(findQuotedWordQueries(review, { ...draft, id: 'other' }, () => 'absent')).toEqual([]);
});

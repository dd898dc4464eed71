import { expect, test } from 'vitest';
import { splitClaim } from '../../../../../shared/domain/claims/split-claim';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { makeCreateEdit } from '../../../../../shared/domain/history/make-edits';
import { listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import { findReferrers, putEntity } from '../../../../../shared/domain/review/review';
import { openCheckedArticle } from '../../drafts/checked-articles';
import { applyOrThrow, createEditContext, toComparable } from '../../reviews';
import { createTestSource } from '../../sources';
import { createProposedEvidence } from '../proposed-evidence';

const paragraph = 'It carried 12 million cars in 2019. Dr. Roe counted them. Nobody was asked.';

function openParagraph() {
  const opened = openCheckedArticle(
    [paragraph, 'Another one.'],
    { [paragraph]: 'verified' },
    { note: 'Ask.' },
  );
  const [claimId = ''] = opened.claimIds;
  applyOrThrow(opened.review, [
    makeCreateEdit('sources', createTestSource('a')),
    makeCreateEdit('evidence', {
      id: 'e1',
      claimId,
      sourceId: 'a',
      stance: 'supports',
      stanceChosen: true,
      locator: null,
      quote: null,
      note: null,
    }),
    makeCreateEdit('proposedEvidence', createProposedEvidence('p1', claimId, { url: 'https://a.example/' })),
    makeCreateEdit(
      'proposedEvidence',
      createProposedEvidence('p2', claimId, null, { state: 'declined', index: 1 }),
    ),
  ]);
  return { ...opened, claimId };
}

function split({ review, draft }: ReturnType<typeof openParagraph>) {
  const [placed] = listPlacedClaims(review, draft.id);
  return placed ? splitClaim(review, draft, placed, createEditContext('n')) : null;
}

test('a claim on a paragraph becomes one for each sentence, and the first keeps its verdict', () => {
  const opened = openParagraph();
  const { review, draft, claimId } = opened;
  applyOrThrow(review, split(opened)?.edits ?? []);
  const placed = listPlacedClaims(review, draft.id);
  expect(placed.map(({ span }) => draft.text.slice(span.start, span.end))).toEqual([
    'It carried 12 million cars in 2019.',
    'Dr. Roe counted them.',
    'Nobody was asked.',
  ]);
  expect(placed.map(({ claim }) => claim.verdict)).toEqual(['verified', 'unchecked', 'unchecked']);
  expect(placed[0]?.claim.id).toBe(claimId);
  expect(placed.map(({ claim }) => claim.note)).toEqual(['Ask.', 'Ask.', 'Ask.']);
});

test('each sentence has the evidence, and what nobody has looked at, but not what was declined', () => {
  const opened = openParagraph();
  applyOrThrow(opened.review, split(opened)?.edits ?? []);
  const counts = listPlacedClaims(opened.review, opened.draft.id).map(({ claim }) => {
    const key = `claims/${claim.id}` as const;
    return [
      findReferrers(opened.review, key, 'evidence'),
      findReferrers(opened.review, key, 'proposedEvidence'),
    ].map(({ length }) => length);
  });
  expect(counts).toEqual([
    [1, 2],
    [1, 1],
    [1, 1],
  ]);
});

test('the copy of a stance that nobody chose follows the verdict of its sentence', () => {
  const opened = openParagraph();
  const evidence = opened.review.evidence.get('e1');
  if (evidence) putEntity(opened.review, 'evidence', { ...evidence, stanceChosen: false });
  applyOrThrow(opened.review, split(opened)?.edits ?? []);
  const stances = [...opened.review.evidence.values()].map(({ stance }) => stance);
  expect(stances).toEqual(['supports', 'context', 'context']);
});

test('splitting is one step that undo reverts', () => {
  const opened = openParagraph();
  const before = toComparable(opened.review);
  const edits = split(opened)?.edits ?? [];
  applyOrThrow(opened.review, edits);
  applyOrThrow(opened.review, invertEdits(edits));
  expect(toComparable(opened.review)).toEqual(before);
});

test('a claim on one sentence can’t be split, nor one with a correction of all its words', () => {
  const opened = openParagraph();
  const claim = opened.review.claims.get(opened.claimId);
  if (claim) putEntity(opened.review, 'claims', { ...claim, correction: 'Other words.' });
  expect(split(opened)).toBeNull();
  const single = openCheckedArticle([paragraph], { 'Nobody was asked.': 'unchecked' });
  expect(split({ ...single, claimId: '' })).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { stancesByVerdict } from '#shared/domain/base/evidence.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { attachToSeveral, deleteClaim, editClaim, splitClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { findReferrers, putEntity } from '#shared/domain/review/review.ts';
import { joinSteps, makeCreateEdit } from '#shared/domain/review/step.ts';
import { findEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';
import { createProposedEvidence } from '../base/proposed-evidence.ts';

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

const chosen = fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 8 });

describe('one step for several claims', () => {
  it('changes these claims and no other, and undoing it restores everything', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom('verdict', 'kind', 'attach', 'delete'),
        fc.nat(),
        (picks, what, pick) => {
          const { review, draft } = openSample();
          const context = createEditContext('c');
          const all = [...review.claims.values()];
          const claims = picks.flatMap((index) => all[index] ?? []);
          const [source] = review.sources.values();
          const verdict = verdicts[pick % verdicts.length] ?? 'unchecked';
          const step =
            what === 'verdict'
              ? joinSteps(claims.map((claim) => setVerdict(review, draft, claim, verdict, context)))
              : what === 'kind'
                ? joinSteps(claims.map((claim) => editClaim(claim, { kind: 'figure' })))
                : what === 'attach'
                  ? attachToSeveral(review, claims, source?.id ?? '', 'supports', context)
                  : joinSteps(claims.map((claim) => deleteClaim(review, claim)));
          const before = toComparable(review);
          const others = all.filter((claim) => !claims.includes(claim));
          const evidenceOf = (id: string) =>
            findReferrers(review, `claims/${id}`, 'evidence').map((one) => one.id);
          const evidenceBefore = others.map(({ id }) => evidenceOf(id));
          applyOrThrow(review, step?.edits ?? []);
          for (const claim of others) expect(review.claims.get(claim.id)).toBe(claim);
          expect(others.map(({ id }) => evidenceOf(id))).toEqual(evidenceBefore);
          for (const { id } of claims) {
            const now = review.claims.get(id);
            if (what === 'verdict') expect(now?.verdict).toBe(verdict);
            if (what === 'kind') expect(now?.kind).toBe('figure');
            if (what === 'attach') expect(findEvidence(review, id, source?.id ?? '')).toBeDefined();
            if (what === 'delete') expect(now).toBeUndefined();
          }
          applyOrThrow(review, invertEdits(step?.edits ?? []));
          expect(toComparable(review)).toEqual(before);
        },
      ),
    );
  });

  it('without a stance, that of each follows the verdict of its claim, and the next one of all', () => {
    const { review, draft } = openSample();
    const context = createEditContext('c');
    applyOrThrow(review, [makeCreateEdit('sources', createTestSource('new'))]);
    const step = attachToSeveral(review, [...review.claims.values()], 'new', null, context);
    applyOrThrow(review, step?.edits ?? []);
    const listStances = () =>
      [...review.claims.keys()].map((id) => findEvidence(review, id, 'new')?.stance ?? 'none');
    const verdictsBefore = [...review.claims.values()].map(({ verdict }) => verdict);
    expect(listStances()).toEqual(verdictsBefore.map((verdict) => stancesByVerdict[verdict]));
    for (const claim of [...review.claims.values()])
      applyOrThrow(review, setVerdict(review, draft, claim, 'disputed', context)?.edits ?? []);
    expect(new Set(listStances())).toEqual(new Set(['refutes']));
  });

  it('attaching a source again leaves the claims that have it as they are', () => {
    const { review } = openSample();
    const context = createEditContext('c');
    const claims = [...review.claims.values()];
    const [source] = review.sources.values();
    const id = source?.id ?? '';
    applyOrThrow(review, attachToSeveral(review, claims, id, 'context', context)?.edits ?? []);
    expect(attachToSeveral(review, claims, id, 'supports', context)).toBeNull();
  });
});

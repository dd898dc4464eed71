import { expect, test } from 'vitest';
import { createCorrectedDraft } from '#main/core/drafts/create-corrected-draft.ts';
import { createKnownReport } from '#main/core/drafts/create-known-report.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { changeClaim, getClaim, openFerry } from './returned-reports.ts';

test('what is known of a claim is every verdict and correction that it had, and its words before and after', () => {
  const { review, draft, change, cars } = openFerry();
  const changes: Change[] = [change];
  const add = (edits: Change['edits']) => {
    applyOrThrow(review, edits);
    changes.push({ ...change, edits });
  };
  const judge = (verdict: Verdict, at: string, by: string) => {
    const step = setVerdict(review, draft, getClaim(review, cars), verdict, {
      ...createEditContext('v'),
      at,
      by,
    });
    add([...(step?.edits ?? [])]);
  };
  judge('verified', '2026-12-01T08:30:15.250Z', 'Rosa  Lind');
  add([...(editClaim(getClaim(review, cars), { correction: '20 million' })?.edits ?? [])]);
  add([...(editClaim(getClaim(review, cars), { correction: '21 million' })?.edits ?? [])]);
  judge('disputed', '2026-12-02T08:30:15.250Z', 'Bea Marsh');
  const corrected = createCorrectedDraft(review, draft, [cars], () => 'c'.repeat(64), createEditContext('k'));
  if (!corrected.ok) throw new Error(corrected.why);
  add(corrected.edits);

  const known = createKnownReport(review, { newest: corrected.draft, base: draft }, changes, 'Cora');
  const claim = known.claims.find(({ claimId }) => claimId === cars);
  expect(claim).toMatchObject({
    durableId: getDurableId(cars),
    signatures: expect.arrayContaining([
      { by: 'Rosa Lind', second: '2026-12-01T08:30:15' },
      { by: 'Bea Marsh', second: '2026-12-02T08:30:15' },
    ]),
  });
  expect(new Set(claim?.before)).toEqual(new Set(['12 million', '21 million']));
  expect(new Set(claim?.after)).toEqual(new Set(['20 million', '21 million']));
  expect(known.reviewers).toEqual(expect.arrayContaining(['Reviewer', 'Rosa Lind', 'Bea Marsh', 'Cora']));
});

test('a claim that a comment of a file made has no signature of its own, because its time is that of the comment', () => {
  const { review, draft, change, cars } = openFerry();
  changeClaim(review, cars, { verdict: 'unchecked', judged: null, createdBy: 'Ada Stone' });
  const drafts = { newest: draft, base: draft };
  const created = change.edits.filter(({ table }) => table === 'drafts');
  const imported = createKnownReport(review, drafts, [{ ...change, edits: created }], null);
  expect(imported.claims.find(({ claimId }) => claimId === cars)?.signatures).toEqual([]);
  expect(imported.reviewers).not.toContain('Ada Stone');
  const create = { ...getClaim(review, cars) };
  const mark: Change = { ...change, action: 'claim.mark', edits: [{ table: 'claims', id: cars, create }] };
  const marked = createKnownReport(review, drafts, [mark], null);
  const second = create.createdAt.slice(0, 19);
  expect(marked.claims.find(({ claimId }) => claimId === cars)?.signatures).toEqual([{ by: null, second }]);
});

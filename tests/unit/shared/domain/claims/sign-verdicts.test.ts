import { expect, test } from 'vitest';
import { isSignature, signVerdicts } from '../../../../../shared/domain/claims/sign-verdicts';
import { putEntity } from '../../../../../shared/domain/review/review';
import { applyOrThrow, openSample } from '../../reviews';

test('a name is put on the chosen verdicts that carry none, and nothing else changes', () => {
  const { review } = openSample();
  const [unsigned, signed, other] = [...review.claims.values()].filter(({ judged }) => judged);
  if (!unsigned?.judged || !signed?.judged || !other?.judged) throw new Error('the sample has few verdicts');
  putEntity(review, 'claims', { ...unsigned, judged: { ...unsigned.judged, by: null } });
  putEntity(review, 'claims', { ...signed, judged: { ...signed.judged, by: 'Ben' } });
  putEntity(review, 'claims', { ...other, judged: { ...other.judged, by: null } });
  const step = signVerdicts(review, [unsigned.id, signed.id, 'gone'], 'Ada');
  applyOrThrow(review, step?.edits ?? []);
  expect(review.claims.get(unsigned.id)).toEqual({ ...unsigned, judged: { ...unsigned.judged, by: 'Ada' } });
  expect(review.claims.get(signed.id)?.judged?.by).toBe('Ben');
  expect(review.claims.get(other.id)?.judged?.by).toBeNull();
  expect(signVerdicts(review, [unsigned.id, signed.id], 'Eve')).toBeNull();
  expect(isSignature(step?.edits ?? [])).toBe(true);
});

test('a verdict that is set or confirmed is no signature', () => {
  const { review } = openSample();
  const claim = [...review.claims.values()].find(({ judged }) => judged);
  if (!claim?.judged) throw new Error('the sample has no verdict');
  const confirmed = { ...claim.judged, at: '2027-03-02T10:00:00.000Z' };
  const updates = [
    {
      before: { verdict: 'unchecked', judged: null },
      after: { verdict: claim.verdict, judged: claim.judged },
    },
    { before: { judged: claim.judged }, after: { judged: confirmed } },
    { before: { judged: { ...claim.judged, by: null } }, after: { judged: { ...confirmed, by: 'Ada' } } },
  ];
  for (const update of updates) expect(isSignature([{ table: 'claims', id: claim.id, update }])).toBe(false);
  expect(isSignature([])).toBe(false);
});

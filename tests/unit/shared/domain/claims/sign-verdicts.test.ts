import { expect, test } from 'vitest';
import { signVerdicts } from '../../../../../shared/domain/claims/sign-verdicts';
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
});

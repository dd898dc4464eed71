import { expect, test } from 'vitest';
import { getClaimStatus } from '../../../../../shared/domain/claims/recheck';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { applyOrThrow, createEditContext } from '../../reviews';
import { openSampleClaim, replaceWords } from './sample-claims';

test('confirming a verdict updates what was judged, and setting it again changes nothing', () => {
  const { review, draft, claim, span } = openSampleClaim(3);
  const context = createEditContext('n');
  expect(setVerdict(review, draft, claim, 'verified', context)).toBeNull();
  const next = replaceWords(draft, 'cost €412 million', 'cost €421 million');
  const step = setVerdict(review, next, claim, 'verified', context);
  applyOrThrow(review, step?.edits ?? []);
  const confirmed = review.claims.get(claim.id);
  expect(confirmed?.judged?.words).toBe('cost €421 million');
  expect(confirmed && getClaimStatus(review, next, confirmed, span)).toBe('verified');
});

test('the verdict unchecked removes the judgement', () => {
  const { review, draft, claim } = openSampleClaim(3);
  applyOrThrow(review, setVerdict(review, draft, claim, 'unchecked', createEditContext('n'))?.edits ?? []);
  expect(review.claims.get(claim.id)).toMatchObject({ verdict: 'unchecked', judged: null });
});

import { expect, test } from 'vitest';
import { getClaimWording } from '../../../../../shared/domain/claims/claim-wording';
import { openSampleClaim } from './sample-claims';

test('a judgement contains the text of the claim and all sentences that it touches', () => {
  const { draft, span } = openSampleClaim(7);
  const { words, sentence } = getClaimWording(draft, span);
  expect(words).toMatch(/^dated the wall .* eleven months$/);
  expect(sentence).toMatch(/^Archaeologists from .* eleven months\.$/);
});

import { describe, expect, test } from 'vitest';
import { getRecheckReasons } from '../../../../../shared/domain/claims/recheck';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import { findPlacement } from '../../../../../shared/domain/review/placed-claims';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import { findWords } from '../../../../libraries/proposals';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal } from '../checked-articles';
import { addReturned, changeClaim, getClaim, openFerry, returnClaim } from './returned-reports';

describe('an accepted correction', () => {
  const accept = () => {
    const { review, draft, cars } = openFerry();
    changeClaim(review, cars, { correction: '21' });
    const after = createProposal('It carried 21 cars in 2019.', 'It was built in Gdansk.');
    const claims = [returnClaim(review, draft, cars, findWords(after.text, '21'))];
    const next = addReturned(review, draft, { ...after, claims });
    applyOrThrow(review, next.edits);
    return { review, cars, ...next };
  };

  test('puts its claim on the new words, which are to be checked again, and is done', () => {
    const { review, cars, draft, counts, proposal } = accept();
    expect(counts).toMatchObject({ accepted: 1 });
    const claim = getClaim(review, cars);
    expect(claim).toMatchObject({ verdict: 'disputed', correction: null });
    expect(claim.answers).toMatchObject([{ correction: { text: '21', outcome: 'accepted' } }]);
    const placement = findPlacement(review, cars, draft.id);
    expect(placement).toMatchObject({ status: 'reworded', resolved: false });
    expect(placement?.span).toEqual(findWords(proposal.text, '21'));
    expect(getReviewQueue(review, draft).map(({ claim: one }) => one.id)).toContain(cars);
    expect(getRecheckReasons(review, draft, claim, placement?.span ?? null)).toContain('correction');
  });

  test.each([
    ['21 million', 1, null],
    ['12 million', 0, '21 million'],
    ['14 million', 0, '21 million'],
  ])(
    'is known without its comment, which the author deleted, by its words alone: %s',
    (words, accepted, correction) => {
      const { review, draft, cars, yard } = openFerry();
      changeClaim(review, cars, { correction: '21 million' });
      const after = createProposal(`It carried ${words} cars in 2019.`, 'It was built in Gdansk.');
      const claims = [returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'))];
      const next = addReturned(review, draft, { ...after, claims });
      expect(next.counts).toMatchObject({ comments: 1, accepted, rejected: 0, reworded: 0, answered: 0 });
      applyOrThrow(review, next.edits);
      expect(getClaim(review, cars)).toMatchObject({ verdict: 'disputed', correction });
      expect(getClaim(review, cars).answers).toHaveLength(accepted);
    },
  );

  test('counts until its claim is judged in that draft', () => {
    const { review, cars, draft } = accept();
    const context = createEditContext('v');
    applyOrThrow(review, setVerdict(review, draft, getClaim(review, cars), 'verified', context)?.edits ?? []);
    const claim = getClaim(review, cars);
    const span = findPlacement(review, cars, draft.id)?.span ?? null;
    expect(getRecheckReasons(review, draft, claim, span)).toEqual([]);
  });
});

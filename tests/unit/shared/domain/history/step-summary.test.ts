import { describe, expect, test } from 'vitest';
import { nameStep, summarizeStep } from '#shared/domain/history/step-summary.ts';
import { changeActionSchema } from '#shared/domain/review/change.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';

const findNumber = (id: string) => (id === 'c' ? 7 : undefined);

describe('the name of a step', () => {
  test('counts its claims, or says which one it changed', () => {
    const verdict = { action: 'claim.verdict', claimId: null, isSignature: false } as const;
    expect(nameStep({ ...verdict, claimCount: 3 }, findNumber)).toBe('verdict of 3 claims');
    expect(nameStep({ ...verdict, claimCount: 1, claimId: 'c' }, findNumber)).toBe('verdict of claim 7');
    expect(nameStep({ ...verdict, claimCount: 1, claimId: 'gone' }, findNumber)).toBe('verdict of a claim');
    const signature = { ...verdict, isSignature: true, claimCount: 3 };
    expect(nameStep(signature, findNumber)).toBe('name on the verdict of 3 claims');
  });

  test.each(changeActionSchema.options)('is never empty (%s)', (action) => {
    expect(nameStep({ action, isSignature: false, claimId: null, claimCount: 0 }, findNumber)).toMatch(
      /^[a-z][\w’ ]+$/,
    );
  });

  test('is about the claims that a step deletes, too', () => {
    const claims = ['a', 'b'].map((id) => ({ table: 'claims' as const, id, delete: { id } }));
    expect(summarizeStep({ id: 's', action: 'claim.delete', edits: claims }, createEmptyReview())).toEqual({
      id: 's',
      action: 'claim.delete',
      isSignature: false,
      claimCount: 2,
      claimId: null,
    });
  });
});

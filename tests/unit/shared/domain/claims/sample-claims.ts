import { expect } from 'vitest';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

/** Opens the sample, with one of its claims: 1 is the first in the text. */
export function openSampleClaim(number: number) {
  const { review, draft } = openSample();
  const placed = listPlacedClaims(review, draft.id)[number - 1];
  if (!placed) throw new Error('no such claim');
  return { review, draft, ...placed };
}

/** Replaces words of a draft by others of the same length. */
export function replaceWords<
  D extends { id: string; text: string; blocks: { start: number; end: number }[] },
>(draft: D, before: string, after: string): D {
  expect(after).toHaveLength(before.length);
  return {
    ...draft,
    text: draft.text.replace(before, after),
    blocks: draft.blocks.map((block) => ({ ...block })),
  };
}

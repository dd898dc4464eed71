import { z } from 'zod';
import { formatCount, formatNumber } from '../../text/format/numbers';
import type { Claim } from '../claim';
import { findReferrers, type Review } from '../review/review';
import type { ClaimStatus } from '../verdict';

const count = z.int().nonnegative();

/** Counts of verified claims whose evidence or correction is at odds with the verdict. One claim may count twice. */
export const verifiedCaveatsSchema = z.strictObject({
  noSource: count.describe('Without any evidence; in a report for the public, without any that is named.'),
  refutedOnly: count.describe('With evidence that refutes them, and no other.'),
  corrected: count.describe('With a correction.'),
});

export type VerifiedCaveats = z.infer<typeof verifiedCaveatsSchema>;

type CountedClaim = { readonly claim: Pick<Claim, 'id' | 'correction'>; readonly status: ClaimStatus };

/**
 * Counts the caveats of claims whose verdict “verified” counts now. They stop nothing: there are claims that need no source, and a
 * correction of a verified claim means better words for right ones. Proposed evidence that nobody accepted is none.
 */
export function countVerifiedCaveats(review: Review, claims: readonly CountedClaim[]): VerifiedCaveats {
  const counts = { noSource: 0, refutedOnly: 0, corrected: 0 };
  for (const { claim, status } of claims) {
    if (status !== 'verified') continue;
    const evidence = findReferrers(review, `claims/${claim.id}`, 'evidence');
    if (evidence.length === 0) counts.noSource += 1;
    else if (evidence.every(({ stance }) => stance === 'refutes')) counts.refutedOnly += 1;
    if (claim.correction !== null) counts.corrected += 1;
  }
  return counts;
}

/**
 * Says how many of the verified claims have caveats: `Of 12 verified claims: 2 without a source, 1 with refuting evidence only.` Null
 * when none has any. With `hasNamedEvidenceOnly`, it says nothing about sources that are not named.
 */
export function describeVerifiedCaveats(
  { noSource, refutedOnly, corrected }: VerifiedCaveats,
  verifiedCount: number,
  hasNamedEvidenceOnly = false,
): string | null {
  const parts = [
    { count: noSource, phrase: hasNamedEvidenceOnly ? 'without a named source' : 'without a source' },
    {
      count: refutedOnly,
      phrase: hasNamedEvidenceOnly
        ? 'with refuting evidence alone among what is named'
        : 'with refuting evidence only',
    },
    { count: corrected, phrase: 'with a correction' },
  ].flatMap((part) => (part.count === 0 ? [] : `${formatNumber(part.count)} ${part.phrase}`));
  return parts.length === 0
    ? null
    : `Of ${formatCount(verifiedCount, 'verified claim')}: ${parts.join(', ')}.`;
}

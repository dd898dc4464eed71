import { z } from 'zod';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import type { Claim } from '../base/claim.ts';
import { sourceStandings } from '../base/source.ts';
import { isReliable } from '../base/source-standing.ts';
import type { ClaimStatus } from '../base/verdict.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { findOriginId, getDerivationChain, listSourcesBehind } from '../sources/derivation.ts';
import { listUnseenEvidence } from '../sources/proposed-evidence-edits.ts';

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

export const evidenceGaps = [
  'noSource',
  'unseenOnly',
  'unreliableOnly',
  'oneSource',
  'secondaryOnly',
] as const;

/**
 * Gaps in the evidence of a claim: no source at all, perhaps because nobody has looked at what the author proposed; or it lacks
 * a reliable one, a second independent one, or one that is not secondary.
 */
export type EvidenceGap = (typeof evidenceGaps)[number];

export const evidenceGapLabels: Record<EvidenceGap, string> = {
  noSource: 'No source',
  unseenOnly: 'From the author, not looked at',
  unreliableOnly: 'Source withdrawn or wrong',
  oneSource: 'One source only',
  secondaryOnly: 'Secondary only',
};

export interface EvidenceAssessment {
  /** The number of different sources of the claim. */
  sources: number;
  gaps: EvidenceGap[];
}

/**
 * Says why the sources of a claim without a reliable source are unreliable: "withdrawn", "wrong", or "withdrawn or wrong".
 * Includes the sources that they repeat.
 */
export function describeSourceProblems(review: Review, claimId: string): string {
  const problems = new Set(listSourcesBehind(review, claimId).map(({ standing }) => standing));
  return sourceStandings
    .filter((standing) => !isReliable({ standing }) && problems.has(standing))
    .join(' or ');
}

/**
 * Assesses the sources of a claim. Proposed evidence is none: it counts only once it was accepted. Sources that repeat the same one
 * are not independent and count as one. An unreliable source, or one that repeats an unreliable source, counts for nothing. A
 * source is secondary only if the reviewer said so.
 */
export function assessEvidence(review: Review, claimId: string): EvidenceAssessment {
  const evidence = findReferrers(review, `claims/${claimId}`, 'evidence');
  const ids = new Set(evidence.map(({ sourceId }) => sourceId));
  const reliable = [...ids].filter((id) => getDerivationChain(review, id).every(isReliable));
  if (ids.size === 0) {
    const isUnseen = listUnseenEvidence(review, claimId).length > 0;
    return { sources: 0, gaps: isUnseen ? ['noSource', 'unseenOnly'] : ['noSource'] };
  }
  if (reliable.length === 0) return { sources: ids.size, gaps: ['unreliableOnly'] };
  const origins = new Set(reliable.map((id) => findOriginId(review, id)));
  const gaps: EvidenceGap[] = [];
  if (origins.size === 1) gaps.push('oneSource');
  if (reliable.every((id) => review.sources.get(id)?.secondary)) gaps.push('secondaryOnly');
  return { sources: ids.size, gaps };
}

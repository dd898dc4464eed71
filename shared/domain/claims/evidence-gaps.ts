import { findReferrers, type Review } from '../review/review';
import { sourceStandings } from '../source';
import { findOriginId, getDerivationChain } from '../sources/derivation';
import { listUnseenEvidence } from '../sources/proposed-evidence-edits';
import { isReliable } from '../sources/source-standing';

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
  const evidence = findReferrers(review, `claims/${claimId}`, 'evidence');
  const sources = evidence.flatMap(({ sourceId }) => getDerivationChain(review, sourceId));
  const problems = new Set(sources.filter((source) => !isReliable(source)).map(({ standing }) => standing));
  return sourceStandings.filter((standing) => problems.has(standing)).join(' or ');
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

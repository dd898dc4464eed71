import type { StoredReview } from '../app/stored-review';
import { unless } from './unless';

const followedStances = {
  verified: 'supports',
  disputed: 'refutes',
  unverifiable: 'context',
  unchecked: 'context',
} as const;

/** A stance that nobody chose is that of the verdict of its claim. The model says which ones were chosen. */
export function stancesFollowVerdicts({ review }: Pick<StoredReview, 'review'>): string[] {
  return [...review.evidence.values()].flatMap(({ claimId, stance, stanceChosen }) => {
    const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
    return unless(
      stanceChosen || stance === followedStances[verdict],
      `the stance “${stance}” of a claim that is ${verdict} was chosen by nobody`,
    );
  });
}

import { stancesByVerdict } from '../../../shared/domain/evidence';
import type { StoredReview } from '../app/stored-review';
import { unless } from './unless';

/** A stance that nobody chose is that of the verdict of its claim. The model says which ones were chosen. */
export function stancesFollowVerdicts({ review }: Pick<StoredReview, 'review'>): string[] {
  return [...review.evidence.values()].flatMap(({ claimId, stance, stanceChosen }) => {
    const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
    return unless(
      stanceChosen || stance === stancesByVerdict[verdict],
      `the stance “${stance}” of a claim that is ${verdict} was chosen by nobody`,
    );
  });
}

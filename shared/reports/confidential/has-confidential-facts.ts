import { listUnplacedComments } from '../../domain/annotation';
import type { Draft } from '../../domain/draft/draft';
import type { ReviewData } from '../../domain/review/review-copy';

/** Whether a review or the account of its draft has a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(
  { sources, proposedEvidence }: Pick<ReviewData, 'sources' | 'proposedEvidence'>,
  draft: Pick<Draft, 'account'>,
): boolean {
  return (
    sources.some(({ confidential }) => confidential) ||
    proposedEvidence.length > 0 ||
    listUnplacedComments(draft.account).length > 0
  );
}

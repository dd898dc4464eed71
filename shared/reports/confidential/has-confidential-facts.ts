import { listUnplacedComments } from '../../domain/annotation';
import type { ImportFacts } from '../../domain/draft/draft';
import type { ReviewData } from '../../domain/review/review-copy';

/** Whether a review or the imports of its drafts have a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(
  { sources, proposedEvidence }: Pick<ReviewData, 'sources' | 'proposedEvidence'>,
  draft: ImportFacts,
): boolean {
  return (
    sources.some(({ confidential }) => confidential) ||
    proposedEvidence.length > 0 ||
    listUnplacedComments(draft).length > 0
  );
}

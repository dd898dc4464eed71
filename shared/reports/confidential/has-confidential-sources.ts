import type { ReviewData } from '../../domain/review/review-copy';

/** Whether a review has a confidential source, so that its reports have to be searched. */
export function hasConfidentialSources({ sources }: Pick<ReviewData, 'sources'>): boolean {
  return sources.some(({ confidential }) => confidential);
}

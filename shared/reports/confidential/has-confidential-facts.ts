import type { Draft } from '../../domain/draft/draft';
import type { ReviewData } from '../../domain/review/review-copy';
import { hasAnnotations } from './terms/annotation-candidates';

/** Whether a review or its draft has a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(review: ReviewData, draft: Draft): boolean {
  return review.sources.some(({ confidential }) => confidential) || hasAnnotations(review, draft);
}

import type { Draft } from '../../domain/draft/draft';
import type { ReviewData } from '../../domain/review/review-data';
import type { ReportJob } from '../report-job';
import { hasAnnotations } from './terms/annotation-candidates';

/** Whether a review or its draft has a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(review: ReviewData, draft: Draft): boolean {
  return review.sources.some(({ confidential }) => confidential) || hasAnnotations(review, draft);
}

/**
 * Whether a report has to be searched. Only that for lawyers may contain what is confidential. ClaimReviews are published, whatever reader
 * was chosen.
 */
export function mustSearchReport({
  review,
  draft,
  choices,
}: Pick<ReportJob, 'review' | 'draft' | 'choices'>): boolean {
  const { reader } = choices.options;
  const mayBeNamed = reader === 'legal' && choices.format !== 'claimReview';
  return !mayBeNamed && hasConfidentialFacts(review, draft);
}

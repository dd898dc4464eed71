import type { Draft } from '../../domain/draft/draft';
import type { ReviewData } from '../../domain/review/review-copy';
import type { ReportJob } from '../report-job';
import { hasAnnotations } from './terms/annotation-candidates';

/** Whether a review or its draft has a confidential source or an annotation, so that reports have to be searched. */
export function hasConfidentialFacts(review: ReviewData, draft: Draft): boolean {
  return review.sources.some(({ confidential }) => confidential) || hasAnnotations(review, draft);
}

/** Whether a report has to be searched for what is confidential. Only that for lawyers may contain it. */
export function mustSearchReport({
  review,
  draft,
  choices,
}: Pick<ReportJob, 'review' | 'draft' | 'choices'>): boolean {
  return choices.options.reader !== 'legal' && hasConfidentialFacts(review, draft);
}

import { type ReportFormat, reportFormats } from '#shared/domain/settings/report-options.ts';

/** ClaimReviews are public: no note, correction or source is in them. */
export const formatsWithNotes = reportFormats.filter((format) => format !== 'claimReview');

const withoutArticle: readonly ReportFormat[] = ['webAnnotation', 'claimReview'];

/** The others have words of the article only as far as claims are on them. */
export const formatsWithArticle = reportFormats.filter((format) => !withoutArticle.includes(format));

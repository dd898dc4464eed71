import { expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { defaultReportChoices, reportFormats } from '#shared/domain/settings/report-options.ts';
import { fonts } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { reportContext } from './hostile-review.ts';

test.each(reportFormats)('a %s report has nothing of the account of the import', (format) => {
  const { review, draft } = openSample();
  const options = { ...defaultReportChoices.options, notes: true };
  const { content } = makeReport({
    review: copyReview(review),
    context: reportContext,
    fonts,
    draft: { ...draft, account: ['comment on no words of the article: “Ada: call Quillfeather”'] },
    choices: { ...defaultReportChoices, options, format },
  });
  expect(content).toContain('Harbour tram');
  expect(content).not.toContain('Quillfeather');
});

import { expect, test } from 'vitest';
import { makeReport } from '../../../../../main/worker/reports/make-report';
import { copyReview } from '../../../../../shared/domain/review/review-data';
import { defaultReportChoices, reportFormats } from '../../../../../shared/domain/settings/report-options';
import { fonts } from '../../../shared/reports/confidential/confidential-review';
import { openSample } from '../../../shared/reviews';
import { reportContext } from './hostile-review';

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

import { expect, test } from 'vitest';
import { defaultReportChoices, reportFormats } from '../../../../shared/domain/report-options';
import { copyReview } from '../../../../shared/domain/review/review-data';
import { makeReport } from '../../../../shared/reports/make-report';
import { openSample } from '../reviews';
import { fonts } from './confidential/confidential-review';
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

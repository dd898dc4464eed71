import { expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import {
  createReportJob,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';

test('The tables of a claim log are shown as a page, whose texts are escaped', () => {
  const { review, draft } = openWithConfidential();
  const [claim] = review.claims.values();
  if (claim) review.claims.set(claim.id, { ...claim, note: '<img src=x>' });
  const { content: page } = makeReport(createReportJob({ review, draft }, 'xlsx'));
  expect(page.match(/<table>/g)).toHaveLength(6);
  expect(page).toContain('<td class="disputed">');
  expect(page).toContain('&lt;img src=x&gt;');
  expect(page).not.toContain('<img');
});

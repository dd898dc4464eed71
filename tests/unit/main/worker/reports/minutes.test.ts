import { describe, expect, test } from 'vitest';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { type ReportOptions, reportFormats } from '#shared/domain/settings/report-options.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { createReportJob } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

/** The sample, each claim of which was marked and judged at a minute of its own: 05:41, 05:42, … in UTC. */
function openJudged() {
  const { review, draft } = openSample();
  for (const [index, claim] of [...review.claims.values()].entries()) {
    const at = (second: number) => `2026-11-20T05:${41 + index}:0${second}.000Z`;
    const judged = claim.judged && { ...claim.judged, by: 'Wanda', at: at(2) };
    putEntity(review, 'claims', { ...claim, judged, createdAt: at(1) });
  }
  return { review, draft };
}

/** A minute of a verdict, in UTC and in the zone of the report, in numbers of a workbook and in words. */
const minutePattern = /(?<!\d)0[56]:[45]\d(?!\d)|46346\.2[2-8]\d*/;

const opened = openJudged();
const makeWhole = (format: (typeof reportFormats)[number], fields: Partial<ReportOptions>) => {
  const job = createReportJob(opened, format);
  const options = { ...job.choices.options, ...fields };
  return makeReport({ ...job, choices: { format, options } });
};
const make: (...args: Parameters<typeof makeWhole>) => string = (...args) => makeWhole(...args).content;

describe.each([true, false])('A report for the public with reviewers: %s', (reviewers) => {
  const fields = { reader: 'public', reviewers } as const;

  test.each(reportFormats)('does not say at which minute a verdict was set, as %s', (format) => {
    expect(make(format, fields)).not.toMatch(minutePattern);
    if (format !== 'claimReview') expect(make(format, { reader: 'editor' })).toMatch(minutePattern);
  });

  test('nor as a galley, nor as a Word report with footnotes', () => {
    expect(make('pdf', { ...fields, layout: 'galley' })).not.toMatch(minutePattern);
    const word = { base: 'original', annotations: 'footnotes', appendix: true } as const;
    expect(make('docx', { ...fields, word })).not.toMatch(minutePattern);
  });

  test('nor in the files of a claim log', async () => {
    const { claimLog } = makeWhole('xlsx', fields);
    if (!claimLog) throw new Error('there is no claim log');
    const [workbook] = await makeClaimLogFiles(claimLog, 'xlsx');
    const { parts } = await readXlsx(workbook?.bytes ?? new Uint8Array());
    expect([...parts].flat().join('\n')).not.toMatch(minutePattern);
    for (const { bytes } of await makeClaimLogFiles(claimLog, 'csv'))
      expect(new TextDecoder().decode(bytes)).not.toMatch(minutePattern);
  });

  test('says on which days the article was checked', () => {
    expect(JSON.parse(make('json', fields)).check).toMatchObject({ first: '2026-11-20', last: '2026-11-20' });
    expect(make('html', fields)).toMatch(
      reviewers ? /Checked by .*, 20 November 2026/ : 'Checked 20 November 2026',
    );
  });
});

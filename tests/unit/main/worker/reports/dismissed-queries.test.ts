import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import {
  type ReportFormat,
  type ReportReader,
  reportFormats,
} from '#shared/domain/settings/report-options.ts';
import { dismissQuery } from '#shared/queries/base/dismissals.ts';
import {
  createReportJob,
  makeReportAs,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { findTextQuery, openContradiction } from './contradiction.ts';

const reason = 'Wrenfield Oakapple said so when we met';

/** An article with a confidential source and a query that was dismissed for this reason. */
function openDismissed(why = reason) {
  const opened = openContradiction();
  const { review, draft } = opened;
  const context = createEditContext('d');
  applyOrThrow(review, dismissQuery(findTextQuery(draft), draft.text, why, context).edits);
  return opened;
}

function makeWith(format: ReportFormat, reader: ReportReader, notes: boolean) {
  const job = createReportJob(openDismissed(), format, reader);
  const options = { ...job.choices.options, notes };
  return makeReport({ ...job, choices: { format, options } }).content;
}

describe('dismissed queries', () => {
  test('Only JSON says why a query was dismissed, to those who get notes', () => {
    for (const format of reportFormats)
      for (const reader of ['public', 'editor', 'legal'] as const)
        for (const notes of [true, false]) {
          const isExpected = format === 'json' && (reader === 'legal' || (reader === 'editor' && notes));
          expect(makeWith(format, reader, notes).includes(reason), `${format} ${reader}`).toBe(isExpected);
        }
  });

  test('They are counted, and no longer listed as open', () => {
    const { content } = makeReportAs(openDismissed(), 'html', 'editor');
    expect(content).toContain('No open queries, 1 set aside.');
    expect(content).not.toContain('Two figures for one thing');
  });

  test('A reason that names a confidential source is a leak', () => {
    expect(makeReportAs(openDismissed('Quillan Vost told us'), 'json', 'editor').leaks.join(' ')).toContain(
      'in the reason of query 1 that was set aside',
    );
    expect(makeReportAs(openDismissed(), 'json', 'editor').leaks).toEqual([]);
  });

  test('A format that does not print the reason is not stopped by it', () => {
    for (const format of ['html', 'markdown', 'xlsx', 'docx'] as const)
      expect(makeReportAs(openDismissed('Quillan Vost told us'), format, 'editor').leaks).toEqual([]);
  });
});

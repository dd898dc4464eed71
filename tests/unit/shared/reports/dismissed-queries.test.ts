import { describe, expect, test } from 'vitest';
import {
  type ReportFormat,
  type ReportReader,
  reportFormats,
} from '../../../../shared/domain/report-options';
import { putEntity } from '../../../../shared/domain/review/review';
import { dismissQuery } from '../../../../shared/queries/dismissals';
import { redactReview } from '../../../../shared/reports/confidential/redact-review';
import { makeReport } from '../../../../shared/reports/make-report';
import { applyOrThrow, createEditContext } from '../reviews';
import { createReportJob, makeReportAs } from './confidential/confidential-review';
import { findTextQuery, openContradiction } from './contradiction';

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

  test('A redacted review keeps them without their reasons, so that its report has the same open queries', () => {
    const { review } = openDismissed();
    putEntity(review, 'dismissedQueries', {
      ...{
        id: 'other',
        rule: 'figure',
        words: ['412'],
        reason: null,
        by: 'Ada',
        at: '2026-11-21T11:04:00.000Z',
      },
    });
    const redacted = redactReview(review, () => true);
    expect([...redacted.dismissedQueries.values()].map((one) => one.reason)).toEqual(['–', null]);
    expect([...redacted.dismissedQueries.values()].map(({ words }) => words)).toEqual(
      [...review.dismissedQueries.values()].map(({ words }) => words),
    );
  });
});

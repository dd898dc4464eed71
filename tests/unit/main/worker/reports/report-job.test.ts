import { expect, test } from 'vitest';
import { buildJob, type ReportJob, renderFormat } from '#main/worker/reports/report-job.ts';
import { type ReportReader, reportFormats } from '#shared/domain/settings/report-options.ts';
import { createReportJob, type Opened } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openContradiction } from './contradiction.ts';
import { fillSample } from './hostile-review.ts';
import { createNextDraft } from './next-draft.ts';

/** The report with all fields, as if its format printed each. */
function renderAll(job: ReportJob) {
  return renderFormat(buildJob(job, new Set()).report, job);
}

function renderPrinted(job: ReportJob) {
  return renderFormat(buildJob(job).report, job);
}

const reviews: Record<string, () => Opened> = {
  'with words in every field': () => fillSample('Zorquin'),
  'with claims that lost their place': () =>
    createNextDraft(fillSample('Zorquin'), { cut: [1, 4], waiting: [3] }),
  'with queries': () => openContradiction({ isConfidential: false }),
};

test.each(Object.keys(reviews))(
  'A report %s is the same without the fields that its format does not print',
  (which) => {
    for (const format of reportFormats)
      for (const reader of ['public', 'editor', 'legal'] satisfies ReportReader[])
        for (const appendix of [true, false])
          for (const layout of ['report', 'galley'] as const) {
            const opened = reviews[which]?.();
            if (!opened) throw new Error('there is no such review');
            const whole = createReportJob(opened, format, reader);
            const { options } = whole.choices;
            const choices = { format, options: { ...options, layout, word: { ...options.word, appendix } } };
            const job = { ...whole, choices };
            expect(renderPrinted(job), `${format} for ${reader}`).toEqual(renderAll(job));
            if (format !== 'docx' || reader === 'public') continue;
            const segments = [{ part: 0, element: 0, offset: 0, length: opened.draft.text.length }];
            const map = { file: 'a'.repeat(64), parts: ['word/document.xml'], segments };
            const inFile = { ...job, wordBase: { draft: opened.draft, map, comments: new Map() } };
            expect(renderPrinted(inFile), `the author’s file for ${reader}`).toEqual(renderAll(inFile));
          }
  },
  60_000,
);

import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { cutReport } from '#main/worker/reports/model/cut-report.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import {
  type ReportOptions,
  type ReportReader,
  reportFormats,
} from '#shared/domain/settings/report-options.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { dismissQuery } from '#shared/queries/base/dismissals.ts';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { createReportJob, type Opened } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { claimWords, findings, findTextQuery, openContradiction, quote } from '../contradiction.ts';
import { options, reportContext } from '../hostile-review.ts';

function buildQueries({ review, draft }: Opened, more: Partial<ReportOptions> = {}) {
  const context = { ...reportContext, quoteFindings: findings };
  return buildReport(review, draft, { ...options, ...more }, context).queries;
}

/** The text of a report for which the kept files were searched. */
function makeAs(opened: Opened, format: (typeof reportFormats)[number], reader: ReportReader) {
  const job = createReportJob(opened, format, reader);
  return makeReport({ ...job, context: { ...job.context, quoteFindings: findings } });
}

describe('the queries of a report', () => {
  test('Editors and lawyers get what the text contradicts, with all places and their paragraphs', () => {
    for (const reader of ['editor', 'legal'] as const) {
      const queries = buildQueries(openContradiction(), { reader });
      const query = queries?.open.find(({ rule }) => rule === 'figure');
      expect(query?.explanation).toContain('12,400');
      expect(query?.places.map(({ words, paragraph }) => [words.slice(0, 7), paragraph])).toEqual([
        ['12,400 ', 1],
        ['124,000', 2],
      ]);
    }
  });

  test('The public gets none', () => {
    expect(buildQueries(openContradiction(), { reader: 'public' })).toBeNull();
    for (const format of reportFormats)
      expect(makeAs(openContradiction(), format, 'public').content).not.toMatch(/open quer|Two figures/i);
  });

  test('They are counted as a whole where a report is cut', () => {
    const { review, draft } = openContradiction();
    const report = buildReport(review, draft, options, reportContext);
    expect(cutReport(report, 0).queries).toEqual({
      counts: { open: 1, dismissed: 0 },
      open: [],
      dismissed: [],
    });
  });

  test('A dismissed one has its reason, unless the report is without notes', () => {
    const opened = openContradiction();
    const { review, draft } = opened;
    const step = dismissQuery(findTextQuery(draft), draft.text, 'Two harvests.', createEditContext('d'));
    applyOrThrow(review, step.edits);
    expect(buildQueries(opened)).toMatchObject({
      counts: { open: 0, dismissed: 1 },
      dismissed: [{ rule: 'figure', reason: 'Two harvests.' }],
    });
    expect(buildQueries(opened, { notes: false })?.dismissed).toMatchObject([{ reason: null }]);
    expect(buildQueries(opened, { notes: false, reader: 'legal' })?.dismissed).toMatchObject([
      { reason: 'Two harvests.' },
    ]);
  });
});

test('Nothing is queried in notes that are the author’s sources, but for lawyers', () => {
  const { proposal } = createNotesProposal(['He wrote “it carried 21 million cars.', 'report.pdf']);
  const read = proposeEvidence(proposal, { authors: [], areNotesSources: true });
  const { draft, change } = openArticle(read, 'a', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  expect(buildQueries({ review, draft }, { reader: 'legal' })?.open).toMatchObject([
    { rule: 'quotation-mark' },
  ]);
  expect(buildQueries({ review, draft })?.counts).toEqual({ open: 0, dismissed: 0 });
});

describe('queries about quoted words that a kept file lacks', () => {
  test('An editor gets those about sources that may be named', () => {
    const [, query] = buildQueries(openContradiction({ isConfidential: false }))?.open ?? [];
    expect(query).toMatchObject({ rule: 'quoted-words', places: [{ words: claimWords, paragraph: 3 }] });
    expect(query?.explanation).toBe(`The kept file of “Quillan Vost” doesn’t hold the words “${quote}”.`);
  });

  test('Nothing tells an editor that there is one about a confidential source, and lawyers get it', () => {
    const opened = openContradiction();
    expect(buildQueries(opened)?.counts).toEqual({ open: 1, dismissed: 0 });
    expect(buildQueries(opened, { reader: 'legal' })?.counts).toEqual({ open: 2, dismissed: 0 });
    const context = { ...reportContext, quoteFindings: findings };
    const withoutSearch = buildReport(opened.review, opened.draft, options, reportContext);
    expect(buildReport(opened.review, opened.draft, options, context)).toEqual(withoutSearch);
    for (const format of reportFormats) {
      const { content, leaks } = makeAs(opened, format, 'editor');
      expect(content, format).not.toMatch(/Quillan|Vost|Tamarind|kept file/);
      expect(leaks).toEqual([]);
    }
  });

  test('A dismissed one about a confidential source is not counted either', () => {
    const opened = openContradiction();
    const { review, draft } = opened;
    const before = buildQueries(opened)?.counts;
    const dismissal = { rule: 'quoted-words', words: [claimWords, quote], reason: 'They are in the scan.' };
    review.dismissedQueries.set('d', { ...dismissal, id: 'd', by: 'Ada', at: reportContext.at });
    expect(buildQueries(opened)?.counts).toEqual(before);
    expect(buildQueries({ review, draft }, { reader: 'legal' })?.counts).toEqual({ open: 1, dismissed: 1 });
  });

  test('There is none about a file that nobody searched, nor where no verified claim is shown', () => {
    const { review, draft } = openContradiction({ isConfidential: false });
    expect(buildReport(review, draft, options, reportContext).queries?.counts.open).toBe(1);
    expect(buildQueries({ review, draft }, { standings: ['disputed'] })?.counts.open).toBe(1);
  });
});

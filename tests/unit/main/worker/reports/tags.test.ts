import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import {
  type ReportFormat,
  type ReportReader,
  reportFormats,
} from '#shared/domain/settings/report-options.ts';
import { wordPlanSchema } from '#shared/reports/word/word-plan.ts';
import {
  createReportJob,
  makeReportAs,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { readText } from './read-text.ts';

/** Gives the fourth claim a tag of this name. */
function tag(review: Review, name: string): void {
  const [, , , claim] = review.claims.values();
  if (!claim) throw new Error('the sample has four claims');
  putEntity(review, 'tags', { id: 'tag', name, color: 'blue' });
  putEntity(review, 'claims', { ...claim, tagIds: ['tag'] });
}

function makeAs(format: ReportFormat, reader: ReportReader, name: string) {
  const opened = openWithConfidential();
  tag(opened.review, name);
  return makeReportAs(opened, format, reader);
}

describe('tags in reports', () => {
  test('Editors and lawyers get the names of the tags in each format but ClaimReview', () => {
    for (const format of reportFormats)
      for (const reader of ['editor', 'legal'] as const)
        expect(makeAs(format, reader, 'Ask the desk again').content.includes('Ask the desk again')).toBe(
          format !== 'claimReview',
        );
  });

  test('The author’s own file gets none, unless lawyers read it', () => {
    const makeOwnFile = (reader: ReportReader) => {
      const opened = openWithConfidential();
      tag(opened.review, 'Ask the desk again');
      const segments = [{ part: 0, element: 0, offset: 0, length: opened.draft.text.length }];
      const map = { file: 'a'.repeat(64), parts: ['word/document.xml'], segments };
      const wordBase = { draft: opened.draft, map, comments: new Map() };
      return makeReport({ ...createReportJob(opened, 'docx', reader), wordBase }).content;
    };
    expect(makeOwnFile('editor')).not.toContain('Ask the desk again');
    expect(makeOwnFile('legal')).toContain('Ask the desk again');
  });

  test('No comment of a Word report has them, because authors answer comments', () => {
    for (const reader of ['editor', 'legal'] as const) {
      const { comments } = wordPlanSchema.parse(
        JSON.parse(makeAs('docx', reader, 'Ask the desk again').content),
      );
      expect(JSON.stringify(comments)).not.toContain('Ask the desk again');
    }
  });

  test('HTML has a dot of the colour before the name, and the name as text', () => {
    const { content } = makeAs('html', 'editor', 'Ask <the> desk');
    expect(content).toContain(
      '<p class="quiet">Tags: <span class="tag" data-color="blue">Ask &lt;the&gt; desk</span></p>',
    );
  });

  test('Two tags of a claim do not run together', () => {
    const { review, draft } = openWithConfidential();
    tag(review, 'Call Quillan');
    putEntity(review, 'tags', { id: 'other', name: 'Vostok', color: 'red' });
    const claim = [...review.claims.values()].find(({ tagIds }) => tagIds.length > 0);
    if (claim) putEntity(review, 'claims', { ...claim, tagIds: ['tag', 'other'] });
    for (const format of ['html', 'pdf', 'webAnnotation', 'json'] as const) {
      const text = readText(format, makeReportAs({ review, draft }, format, 'editor').content);
      expect(text, format).toMatch(/Call Quillan\b[\s\S]*\bVostok/i);
      expect(text, format).not.toMatch(/Quillan *Vostok/i);
    }
  });

  test('A report for the public has no tag in any format', () => {
    for (const format of reportFormats)
      expect(makeAs(format, 'public', 'Ask the desk again').content).not.toContain('Ask the desk again');
  });

  test('A tag that names a confidential source is a leak, and says where it is', () => {
    for (const format of reportFormats.filter((one) => one !== 'claimReview')) {
      const { leaks } = makeAs(format, 'editor', 'Call Quillan Vost');
      expect(leaks.join(' '), format).toContain('a tag of claim 4');
    }
  });
});

import { expect, test } from 'vitest';
import { readReturned } from '#main/core/drafts/read-returned.ts';
import { listImportedAnnotations, selectNewClaims } from '#main/core/drafts/select-new-claims.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { createWordPlan } from '#main/worker/reports/word/render-word-plan.ts';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { writeWordReport } from '#renderer/documents/write/write-word-report.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { listFirstComments } from '#shared/drafts/list-first-comments.ts';
import { silentReporter, strictReporter } from '#tests/unit/renderer/documents/read/reporter.ts';
import { fileOf } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const files = import.meta.glob('../../../../../fixtures/word/*.docx', {
  query: '?url',
  import: 'default',
  eager: true,
});
const { options } = defaultReportChoices;
const reportContext = { at: '2026-11-21T11:04:00.000Z', by: 'Ada', timeZone: 'UTC' };
/** Its progress is of no interest here, but its errors are. */
const reporter = { ...strictReporter, reportProgress: silentReporter.reportProgress };

test.each(Object.entries(files))(
  '%s comes back with a report, and no claim of it comes twice',
  async (_name, url) => {
    const bytes = new Uint8Array(await (await fetch(String(url))).arrayBuffer());
    const read = readWordDraft(fileOf(bytes));
    if (!read.ok || !read.textMap) throw new Error('the file was not read');
    const { draft, change } = openArticle(read.proposal, 'article', 'a'.repeat(64), createEditContext('s'));
    const review = createEmptyReview();
    applyOrThrow(review, change.edits);
    const base = {
      draft,
      map: { file: 'a'.repeat(64), ...read.textMap },
      comments: listFirstComments(review),
    };
    const report = buildReport(review, draft, options, reportContext);
    const plan = createWordPlan(report, { draft, options, base });
    const written = await writeWordReport(plan, bytes, reporter);
    if (!written.ok) throw new Error(written.why);
    const again = readWordDraft(fileOf(written.bytes));
    if (!again.ok) throw new Error('the report was not read');
    const { proposal } = again;
    const carried = carryReview({ review: copyReview(review), before: draft, after: proposal });
    const returned = readReturned(review, draft, proposal, carried);
    const imported = listImportedAnnotations([change], review);
    const { claims } = selectNewClaims(review, returned.proposal.claims, returned.carried.claims, imported);
    expect(claims).toEqual([]);
  },
);

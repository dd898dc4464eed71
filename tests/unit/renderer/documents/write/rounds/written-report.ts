import { createKnownReport } from '#main/core/drafts/create-known-report.ts';
import { planNextDraft } from '#main/core/drafts/create-next-draft.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { createWordPlan } from '#main/worker/reports/word/render-word-plan.ts';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { writeWordReport } from '#renderer/documents/write/write-word-report.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { silentReporter, strictReporter } from '#tests/unit/renderer/documents/read/reporter.ts';
import { fileOf } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

const { options } = defaultReportChoices;

/** The reviewer who signs the reports of these tests. */
export const reviewer = 'Ada';

export interface OpenedReview {
  review: Review;
  draft: Draft;
}

/** The sample with a correction of every second claim. */
export function openCorrected(): OpenedReview {
  const { review, draft } = openSample();
  for (const { claim, number, span } of listPlacedClaims(review, draft.id)) {
    const words = draft.text.slice(span.start, span.end);
    const correction = number % 2 === 0 ? `${words.split(' ').slice(0, -1).join(' ')} quite otherwise` : null;
    putEntity(review, 'claims', { ...claim, correction: correction?.trim() ?? null });
  }
  return { review, draft };
}

/** Its progress is of no interest here, but its errors are. */
const reporter = { ...strictReporter, reportProgress: silentReporter.reportProgress };

/** Writes a report as a clean document. */
export async function writeReport({ review, draft }: OpenedReview, word: Partial<typeof options.word>) {
  const chosen = { ...options, word: { ...options.word, base: 'clean' as const, ...word } };
  const context = { at: '2026-11-21T11:04:00.000Z', by: reviewer, timeZone: 'Europe/Vienna' };
  const report = buildReport(review, draft, chosen, context);
  const plan = createWordPlan(report, { draft, options: chosen, base: undefined });
  const written = await writeWordReport(plan, new Uint8Array(), reporter);
  if (!written.ok) throw new Error(written.why);
  return { plan, ...written };
}

/** Reads a file as the next draft, as main does for an article whose draft it is to be. `changes` is the history of the article. */
export function readBack(
  { review, draft }: OpenedReview,
  bytes: Uint8Array,
  changes: readonly Change[] = [],
) {
  const known = createKnownReport(review, { newest: draft, base: draft }, changes, reviewer);
  const read = readWordDraft({ ...fileOf(bytes), known });
  if (!read.ok) throw new Error(read.problem.message);
  const { proposal, notices } = read;
  const carried = carryReview({ review: copyReview(review), before: draft, after: proposal });
  return { notices, ...planNextDraft(review, draft, proposal, carried, []), read: proposal };
}

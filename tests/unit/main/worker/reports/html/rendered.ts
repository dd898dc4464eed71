import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';

export const fonts = { serif: 'AAAA', sans: 'BBBB', serifItalic: 'CCCC' };
export const { options } = defaultReportChoices;
export const context = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };

export function sampleReport(): Report {
  const { review, draft } = openSample();
  return buildReport(review, draft, options, context);
}

export function reportOf(name: string, bytes: Uint8Array): Report {
  const imported = importTextFile(name, bytes);
  if (!imported.ok) throw new Error(imported.problem.message);
  return reportOfProposal(imported.proposal);
}

export function reportOfProposal(proposal: DraftProposal): Report {
  const { draft, change } = openArticle(proposal, 'a', 'a'.repeat(64), createEditContext('i'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return buildReport(review, draft, options, context);
}

export const attributes = (html: string, name: string) =>
  Array.from(html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g')), ([, value = '']) => value);
export const tags = (html: string) => new Set(Array.from(html.matchAll(/<([a-z0-9]+)/g), ([, tag]) => tag));
export const words = (html: string) => html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '');

import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { sourceFieldTraits } from '#shared/domain/base/source.ts';
import { sourceTextFields } from '#shared/domain/base/source-fields.ts';
import { createEmptyReview, putEntity, type Review } from '#shared/domain/review/review.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { fixture } from '#tests/unit/shared/fixtures.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';

export const { options } = defaultReportChoices;
export const reportContext = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };

/** Opens an article of the fixtures. */
export function openFixture(name: string): { review: Review; draft: Draft } {
  const imported = importTextFile(name, fixture(name));
  if (!imported.ok) throw new Error(imported.problem.message);
  const { draft, change } = openArticle(imported.proposal, 'a', 'a'.repeat(64), createEditContext('i'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft };
}

/** Opens the sample with the text in every field that a person can fill in. */
export function fillSample(text: string): { review: Review; draft: Draft } {
  const { review, draft } = openSample();
  const line = normalizeLineInput(text);
  for (const article of [...review.article.values()])
    putEntity(review, 'article', { ...article, title: line ?? article.title, byline: line });
  putEntity(review, 'tags', { id: 'tag', name: line ?? 'Legal', color: 'red' });
  for (const claim of [...review.claims.values()]) {
    const judged = claim.judged && { ...claim.judged, by: line };
    putEntity(review, 'claims', {
      ...claim,
      judged,
      note: text,
      correction: text,
      claimant: line,
      tagIds: ['tag'],
    });
  }
  for (const source of [...review.sources.values()]) {
    const lines = sourceTextFields.filter((field) => sourceFieldTraits[field].input === 'line');
    const names = { ...createRecord(lines, () => line), title: line ?? source.title };
    const unreliable = { standing: 'wrong', standingReason: text, standingSince: reportContext.at } as const;
    putEntity(review, 'sources', { ...source, ...names, ...unreliable });
    putEntity(review, 'attachments', {
      id: `file-${source.id}`,
      sourceId: source.id,
      sha256: 'c0de'.repeat(16),
      name: line ?? 'file',
      bytes: 1_234,
      mime: 'text/plain',
      addedAt: reportContext.at,
    });
  }
  for (const evidence of [...review.evidence.values()])
    putEntity(review, 'evidence', { ...evidence, locator: line, quote: text, note: text });
  return { review, draft };
}

/** Replaces the text of a draft by blocks of one kind, one for each text. */
export function createDraft(
  draft: Draft,
  texts: readonly string[],
  kind: Draft['blocks'][number]['kind'],
): Draft {
  const blocks: Draft['blocks'] = [];
  let start = 0;
  for (const [index, text] of texts.entries()) {
    blocks.push({
      id: `b${index}`,
      kind,
      level: kind === 'heading' ? 2 : null,
      page: null,
      startsAtMs: null,
      start,
      end: start + text.length,
    });
    start += text.length + 2;
  }
  return { ...draft, text: texts.join('\n\n'), blocks, marks: [] };
}

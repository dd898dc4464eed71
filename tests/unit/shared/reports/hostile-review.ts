import type { Draft } from '../../../../shared/domain/draft';
import { typedLine } from '../../../../shared/domain/primitives';
import { defaultReportChoices } from '../../../../shared/domain/report-options';
import { emptyReview, putEntity, type Review } from '../../../../shared/domain/review/review';
import { openArticle } from '../../../../shared/drafts/open-article';
import { importFile } from '../../../../shared/import/text/import-text';
import { fixture } from '../fixtures';
import { countingFacts, mustApply, openSample } from '../reviews';

export const { options } = defaultReportChoices;
export const facts = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };

/** An article of the fixtures, opened. */
export function openFixture(name: string): { review: Review; draft: Draft } {
  const imported = importFile(name, fixture(name));
  if (!imported.ok) throw new Error(imported.problem.message);
  const { draft, change } = openArticle(imported.proposal, 'a', 'a'.repeat(64), countingFacts('i'));
  const review = emptyReview();
  mustApply(review, change.edits);
  return { review, draft };
}

/** The sample with the words in every field that a person can fill in. */
export function spoiltSample(words: string): { review: Review; draft: Draft } {
  const { review, draft } = openSample();
  const line = typedLine(words);
  for (const article of [...review.article.values()])
    putEntity(review, 'article', { ...article, title: line ?? article.title, byline: line });
  for (const claim of [...review.claims.values()]) {
    const judged = claim.judged && { ...claim.judged, by: line };
    putEntity(review, 'claims', { ...claim, judged, note: words, correction: words, claimant: line });
  }
  for (const source of [...review.sources.values()]) {
    const names = { title: line ?? source.title, author: line, publisher: line, contact: line };
    const fell = { standing: 'wrong', standingReason: words, standingSince: facts.at } as const;
    putEntity(review, 'sources', { ...source, ...names, ...fell });
    putEntity(review, 'attachments', {
      ...{ id: `file-${source.id}`, sourceId: source.id, sha256: 'c0de'.repeat(16) },
      ...{ name: line ?? 'file', bytes: 1_234, mime: 'text/plain', addedAt: facts.at },
    });
  }
  for (const evidence of [...review.evidence.values()])
    putEntity(review, 'evidence', { ...evidence, locator: line, quote: words, note: words });
  return { review, draft };
}

/** A draft of blocks of one kind, each with one of the texts. */
export function draftOf(
  draft: Draft,
  texts: readonly string[],
  kind: Draft['blocks'][number]['kind'],
): Draft {
  const blocks: Draft['blocks'] = [];
  let start = 0;
  for (const [at, text] of texts.entries()) {
    blocks.push({
      ...{ id: `b${at}`, kind, level: kind === 'heading' ? 2 : null, page: null },
      start,
      end: start + text.length,
    });
    start += text.length + 2;
  }
  return { ...draft, text: texts.join('\n\n'), blocks, marks: [] };
}

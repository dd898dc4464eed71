import { describe, expect, test } from 'vitest';
import { renderArticleHtml } from '#main/worker/reports/html/article.ts';
import { renderJson } from '#main/worker/reports/json/render-json.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { createEmptyReview, putEntity } from '#shared/domain/review/review.ts';
import type { ReportReader } from '#shared/domain/settings/report-options.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createProposedClaim, findWords } from '#tests/libraries/proposals.ts';
import { options, reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { searched } from '#tests/unit/main/worker/reports/searched.ts';
import { createProposal } from '../drafts/checked-articles.ts';
import { createNotesProposal } from '../import/base/notes-proposal.ts';
import { applyOrThrow, createEditContext } from '../reviews.ts';

/** Reports on an article whose notes are the author's sources, with a claim on each of these words. */
function reportOn(proposal: DraftProposal, claimed: readonly string[] = [], reader: ReportReader = 'editor') {
  const claims = claimed.map((words) => createProposedClaim(findWords(proposal.text, words)));
  const opened = openArticle({ ...proposal, claims }, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, opened.change.edits);
  const row = review.drafts.get(opened.draft.id);
  if (row) putEntity(review, 'drafts', { ...row, areNotesSources: true });
  return buildReport(review, opened.draft, { ...options, reader }, reportContext);
}

const { proposal } = createNotesProposal();

/** An article whose notes follow its first paragraph. */
function createEarlyNotes(): DraftProposal {
  const read = createProposal('It carried 12 million cars.[1]', '[1] Jane Doe', 'Nobody was asked.');
  const [, note] = read.blocks;
  const start = read.text.indexOf('[1]');
  return {
    ...read,
    blocks: read.blocks.map((block) => (block === note ? { ...block, kind: 'note' } : block)),
    marks: [{ kind: 'noteRef', start, end: start + 3, href: null, target: note?.id ?? null }],
  };
}

const readPrinted = ({ blocks }: ReturnType<typeof reportOn>) =>
  blocks.map(({ runs }) => runs.map(({ text }) => text).join(''));

test('the article has no signs of notes that are left out, and its end says so', () => {
  expect(readPrinted(reportOn(proposal))).toEqual([
    'It carried 12 million cars. Nobody was asked.',
    'The article’s 3 notes are the author’s sources and are not printed.',
  ]);
});

test('a report for lawyers has them all', () => {
  const printed = readPrinted(reportOn(proposal, [], 'legal'));
  expect(printed[0]).toContain('cars.[1][2] Nobody[3] was');
  expect(printed).toHaveLength(4);
});

describe('where the notes are in the middle', () => {
  const report = reportOn(createEarlyNotes());

  test('it is said at the end nevertheless', () => {
    expect(readPrinted(report)).toEqual([
      'It carried 12 million cars.',
      'Nobody was asked.',
      'The article’s note is the author’s source and is not printed.',
    ]);
  });

  test('each block of the JSON is where it says', () => {
    const { text, blocks } = JSON.parse(renderJson(report)).draft;
    for (const [index, { start, end }] of blocks.entries())
      expect(text.slice(start, end)).toBe(report.blocks[index]?.text);
  });
});

test('claims that begin or end at such a sign keep their marks, and their words have none', () => {
  const report = reportOn(proposal, ['12 million cars.[1]', '[3] was asked', 'Nobody[3] was']);
  expect(report.claims.map(({ words }) => words)).toEqual(['12 million cars.', 'Nobody was', ' was asked']);
  for (const { sentence } of report.claims) expect(sentence).not.toContain('[');
  const html = String(renderArticleHtml(report));
  for (const { number } of report.claims) {
    expect(html.split(`id="m${number}"`)).toHaveLength(2);
    expect(html.split(`href="#c${number}"`)).toHaveLength(2);
  }
  const ends = report.blocks.flatMap(({ runs }) => runs.flatMap(({ claims }) => claims));
  expect(ends.filter((claim) => claim.ends)).toHaveLength(3);
});

test('the line is English in an article of another language', () => {
  const html = String(renderArticleHtml({ ...reportOn(proposal), language: searched('ar') }));
  expect(html).toMatch(/<p dir="auto" lang="en" class="note">The article’s 3 notes/);
});

import { describe, expect, test } from 'vitest';
import { renderArticleHtml } from '../../../../main/worker/reports/html/article';
import { renderJson } from '../../../../main/worker/reports/json/render-json';
import { buildReport } from '../../../../main/worker/reports/model/build-report';
import { createEmptyReview, putEntity } from '../../../../shared/domain/review/review';
import type { ReportReader } from '../../../../shared/domain/settings/report-options';
import { openArticle } from '../../../../shared/drafts/create-draft';
import type { DraftProposal } from '../../../../shared/import/base/proposal';
import { createProposedClaim, findWords } from '../../../libraries/proposals';
import { options, reportContext } from '../../main/worker/reports/hostile-review';
import { searched } from '../../main/worker/reports/searched';
import { createProposal } from '../drafts/checked-articles';
import { createNotesProposal } from '../import/base/notes-proposal';
import { applyOrThrow, createEditContext } from '../reviews';

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

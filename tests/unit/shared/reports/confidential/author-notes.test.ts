import { describe, expect, test } from 'vitest';
import { createCorrectedDraft } from '#main/core/drafts/create-corrected-draft.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { deleteClaim, markClaim } from '#shared/domain/claims/claim-edits.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { type ReportFormat, reportFormats } from '#shared/domain/settings/report-options.ts';
import { findLeaksInClaim } from '#shared/reports/confidential/find-leaks-in-claim.ts';
import { leaveOutAuthorNotes } from '#shared/reports/shown-draft.ts';
import { formatsWithArticle, formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { options, reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { makeReportAs } from './confidential-review.ts';
import { openNotes } from './open-notes.ts';

/** The claim log has the sentences of the claims, and no article. */
const hasArticle = (format: ReportFormat) => format !== 'xlsx' && format !== 'csv';

const leftOutLine = 'The article’s 3 notes are the author’s sources and are not printed.';
const secrets = ['Jane Doe', '7946', 'report.pdf', 'council.example', 'Council budget'];

describe.each(formatsWithArticle)('a report as %s', (format) => {
  test('leaves out notes that are the author’s sources, and says so once', () => {
    const { content, leaks } = makeReportAs(openNotes(true), format);
    for (const secret of secrets) expect(content).not.toContain(secret);
    expect(content.split(leftOutLine)).toHaveLength(hasArticle(format) ? 2 : 1);
    expect(content).not.toMatch(/\] –|>–<|^–$/m);
    expect(content).toContain('was asked');
    expect(leaks).toEqual([]);
  });

  test('has a leak where the note of a claim repeats them', () => {
    for (const note of ['Jane Doe confirmed it.', 'Doe confirmed it.', 'Call 0207 946 0958.'])
      expect(makeReportAs(openNotes(true, note), format).leaks).not.toEqual([]);
  });

  test.runIf(hasArticle(format))('prints notes that are part of the article', () => {
    const { content } = makeReportAs(openNotes(false), format);
    for (const secret of ['Jane Doe', 'Council budget']) expect(content).toContain(secret);
  });
});

test.each(formatsWithNotes)('a report as %s has a leak where the note of a claim repeats them', (format) => {
  for (const note of ['Jane Doe confirmed it.', 'Doe confirmed it.', 'Call 0207 946 0958.'])
    expect(makeReportAs(openNotes(true, note), format).leaks).not.toEqual([]);
});

test('a report for lawyers prints the notes, whosever sources they are', () => {
  const { review, draft } = openNotes(true);
  const report = buildReport(review, draft, { ...options, reader: 'legal' }, reportContext);
  const text = report.blocks.map((block) => block.text).join(' ');
  for (const words of ['Jane Doe', 'Council budget']) expect(text).toContain(words);
  expect(text).not.toContain('not printed');
});

describe('once all claims that the notes made are deleted', () => {
  function openWithoutClaims(areNotesSources: boolean) {
    const opened = openNotes(areNotesSources);
    for (const claim of [...opened.review.claims.values()])
      applyOrThrow(opened.review, deleteClaim(opened.review, claim).edits);
    return opened;
  }

  test.each(reportFormats)('a report as %s still leaves their words out', (format) => {
    const { content } = makeReportAs(openWithoutClaims(true), format);
    for (const secret of secrets) expect(content).not.toContain(secret);
  });

  test('the search for leaks knows them', () => {
    const { review, draft } = openWithoutClaims(true);
    const { step, claimId } = markClaim(draft, { start: 0, end: 9 }, 'unchecked', createEditContext('n'));
    applyOrThrow(review, step.edits);
    const claim = review.claims.get(claimId);
    for (const note of ['Jane Doe confirmed it.', 'Call 0207 946 0958.']) {
      if (claim) putEntity(review, 'claims', { ...claim, note });
      expect(makeReportAs({ review, draft }, 'html').leaks).not.toEqual([]);
    }
  });

  test('notes that are part of the article are printed', () => {
    expect(makeReportAs(openWithoutClaims(false), 'html').content).toContain('Jane Doe');
  });
});

test('the draft that corrections make has the answer of the draft before', () => {
  const { review, draft, claimId } = openNotes(true);
  const claim = review.claims.get(claimId);
  if (claim) putEntity(review, 'claims', { ...claim, correction: 'Nobody was ever asked.' });
  const corrected = createCorrectedDraft(
    review,
    draft,
    [claimId],
    () => 'c'.repeat(64),
    createEditContext('n'),
  );
  if (!corrected.ok) throw new Error(corrected.why);
  applyOrThrow(review, corrected.edits);
  expect(review.drafts.get(corrected.draft.id)?.areNotesSources).toBe(true);
});

test.each(reportFormats)('a claim within such a note shows nothing of it in a report as %s', (format) => {
  const { review, draft } = openNotes(true);
  const start = draft.text.indexOf('Jane Doe');
  for (const placement of [...review.placements.values()])
    putEntity(review, 'placements', { ...placement, span: { start, end: start + 8 } });
  const { content } = makeReportAs({ review, draft }, format);
  expect(content).not.toMatch(/Jane|Doe/);
  if (formatsWithArticle.includes(format)) expect(content).toContain('not printed');
  expect(content).not.toContain('“–”');
});

test('the text of a copied claim is searched for the words of such notes', () => {
  const { review, draft, claimId } = openNotes(true);
  const claim = review.claims.get(claimId);
  if (claim) putEntity(review, 'claims', { ...claim, correction: 'Jane Doe says' });
  expect(findLeaksInClaim(review, draft, claimId, 'words', 'unchecked')).not.toEqual([]);
});

test('offsets stay when words of notes are left out', () => {
  const { review, draft } = openNotes(true);
  const shown = leaveOutAuthorNotes(review, draft);
  expect(shown.text).toHaveLength(draft.text.length);
  expect(shown.blocks).toEqual(draft.blocks);
  expect(leaveOutAuthorNotes(openNotes(false).review, draft)).toBe(draft);
});

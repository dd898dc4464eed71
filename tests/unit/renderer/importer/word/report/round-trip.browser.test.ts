import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWordReport } from '../../../../../../renderer/importer/word/report/write-word-report';
import { readWordDraft } from '../../../../../../renderer/importer/word/word-draft';
import { parseXml } from '../../../../../../renderer/importer/xml';
import type { Draft } from '../../../../../../shared/domain/draft/draft';
import { defaultReportChoices } from '../../../../../../shared/domain/report-options';
import { listPlacedClaims } from '../../../../../../shared/domain/review/placed-claims';
import { putEntity, type Review } from '../../../../../../shared/domain/review/review';
import { copyReview } from '../../../../../../shared/domain/review/review-copy';
import { carryReview } from '../../../../../../shared/drafts/carry-review';
import { readReturned } from '../../../../../../shared/drafts/returned/read-returned';
import { buildReport } from '../../../../../../shared/reports/model/build-report';
import { createWordPlan } from '../../../../../../shared/reports/word/render-word-plan';
import { openSample } from '../../../../shared/reviews';
import { silentReporter, strictReporter } from '../../reporter';
import { fileOf } from '../make-docx';
import { settleChanges } from './settle-changes';

const { options } = defaultReportChoices;
const reportContext = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };

type Word = Partial<typeof options.word>;

/** The sample with a correction of every second claim. */
function openCorrected(): { review: Review; draft: Draft } {
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

async function write({ review, draft }: { review: Review; draft: Draft }, word: Word) {
  const chosen = { ...options, word: { ...options.word, base: 'clean' as const, ...word } };
  const report = buildReport(review, draft, chosen, { ...reportContext, by: 'Ada' });
  const plan = createWordPlan(report, { draft, options: chosen, base: undefined });
  const written = await writeWordReport(plan, new Uint8Array(), reporter);
  if (!written.ok) throw new Error(written.why);
  return { plan, ...written };
}

/** The file with all changes of the reviewer accepted or rejected. */
function settle(bytes: Uint8Array, decision: 'accept' | 'reject'): Uint8Array {
  const files = unzipSync(bytes);
  const root = parseXml(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
  if (!root) throw new Error('there is no document');
  settleChanges(root.ownerDocument, 'Ada', decision);
  const xml = new XMLSerializer().serializeToString(root.ownerDocument);
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
}

function readBack({ review, draft }: { review: Review; draft: Draft }, bytes: Uint8Array) {
  const read = readWordDraft(fileOf(bytes));
  if (!read.ok) throw new Error(read.problem.message);
  const { proposal, notices } = read;
  const carried = carryReview({ review: copyReview(review), before: draft, after: proposal });
  return { notices, ...readReturned(review, draft, proposal, carried), read: proposal };
}

describe.each([{}, { appendix: true }])('a Word report with %o', (word) => {
  test('comes back with every claim and word, and without the changes that nobody decided', async () => {
    const opened = openCorrected();
    const { plan, bytes } = await write(opened, word);
    const back = readBack(opened, bytes);
    const none = { unknown: 0, answered: 0, accepted: 0, rejected: 0, reworded: 0 };
    expect(plan.comments).toHaveLength(opened.review.claims.size);
    expect(back.counts).toEqual({ ...none, comments: plan.comments.length, undecided: plan.changes.length });
    expect(back.proposal.claims).toEqual([]);
    expect(back.answers.map(({ answer }) => [answer.replies, answer.correction?.outcome])).toEqual(
      plan.changes.map(() => [[], 'undecided']),
    );
    expect(back.read.text).toContain(opened.draft.text.slice(-200));
    expect(new Set(back.carried.claims.map(({ status }) => status))).toEqual(new Set(['unchanged']));
    expect(back.notices).toContainEqual({ kind: 'ownChangesUndecided', count: 2 * plan.changes.length });
  });

  test.each([
    ['accept', 'accepted', 'reworded'],
    ['reject', 'rejected', 'unchanged'],
  ] as const)(
    'comes back with the corrections that the author decided to %s',
    async (decision, outcome, status) => {
      const opened = openCorrected();
      const { plan, bytes } = await write(opened, word);
      const back = readBack(opened, settle(bytes, decision));
      const none = { unknown: 0, answered: 0, accepted: 0, rejected: 0, undecided: 0, reworded: 0 };
      const decided = { comments: plan.comments.length, [outcome]: plan.changes.length };
      expect(back.counts).toEqual({ ...none, ...decided });
      for (const { claim } of listPlacedClaims(opened.review, opened.draft.id)) {
        const carried = back.carried.claims.find(({ claimId }) => claimId === claim.id);
        expect(carried?.status).toBe(claim.correction === null ? 'unchanged' : status);
      }
    },
  );
});

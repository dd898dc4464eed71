import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { settleChanges } from '../settle-changes.ts';
import { openCorrected, readBack, reviewer, writeReport as write } from './written-report.ts';

/** The file with all changes of the reviewer accepted or rejected. */
function settle(bytes: Uint8Array, decision: 'accept' | 'reject'): Uint8Array {
  const files = unzipSync(bytes);
  const root = parseXml(strFromU8(files['word/document.xml'] ?? new Uint8Array()));
  if (!root) throw new Error('there is no document');
  settleChanges(root.ownerDocument, reviewer, decision);
  const xml = new XMLSerializer().serializeToString(root.ownerDocument);
  return zipSync({ ...files, 'word/document.xml': strToU8(xml) });
}

describe.each([{}, { appendix: true }])('a Word report with %o', (word) => {
  test('comes back with every claim and word, and without the changes that nobody decided', async () => {
    const opened = openCorrected();
    const { plan, bytes } = await write(opened, word);
    const back = readBack(opened, bytes);
    const none = { unknown: 0, deleted: 0, answered: 0, resolved: 0, accepted: 0, rejected: 0, reworded: 0 };
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
      expect(plan.changes.length).toBeGreaterThan(3);
      const back = readBack(opened, settle(bytes, decision));
      const outcomes = { accepted: 0, rejected: 0, undecided: 0, reworded: 0 };
      const none = { unknown: 0, deleted: 0, answered: 0, resolved: 0, ...outcomes };
      const decided = { comments: plan.comments.length, [outcome]: plan.changes.length };
      expect(back.counts).toEqual({ ...none, ...decided });
      const durableIds = new Set<string | undefined>(
        plan.changes.map(({ comment }) => plan.comments[comment ?? -1]?.durableId),
      );
      for (const { claim } of listPlacedClaims(opened.review, opened.draft.id)) {
        const carried = back.carried.claims.find(({ claimId }) => claimId === claim.id);
        expect(carried?.status).toBe(durableIds.has(getDurableId(claim.id)) ? status : 'unchanged');
      }
    },
  );
});

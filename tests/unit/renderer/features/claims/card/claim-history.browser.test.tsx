import { expect, it, onTestFinished } from 'vitest';
import { ClaimHistory } from '../../../../../../renderer/features/claims/card/claim-history';
import type { HistoryEntry } from '../../../../../../shared/domain/history/claim-history';
import { fakeMain } from '../../../support/main';
import { importReview, markWords, openSession, show } from '../../../support/open-session';

it('a claim that can’t be saved has an empty history, not that of the claim before', async () => {
  const { review, draft, facts } = importReview(
    'The ferry carried 12 million people. Two in three were late.',
  );
  const session = openSession(review, draft);
  const entry: HistoryEntry = {
    changeId: 'c1',
    at: '2026-11-21T10:52:00.000Z',
    by: 'Ada',
    action: 'claim.edit',
    edits: [
      { table: 'claims', id: 'c', update: { before: { note: null }, after: { note: 'ask the harbour' } } },
    ],
  };
  fakeMain(async () => ({ ok: true, value: [entry] }));
  const { column, rerender, close } = show(session, <ClaimHistory claimId="c" />, {
    width: 400,
    height: 300,
  });
  onTestFinished(close);
  await expect.poll(() => column.textContent).toContain('ask the harbour');
  // This main never acknowledges, so the mark is not saved.
  rerender(<ClaimHistory claimId={markWords(session, 'Two in three', facts)} />);
  expect(column.querySelectorAll('li')).toHaveLength(0);
});

it('the history of a claim that came with a comment names the commenter as who marked it', async () => {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  const claim = {
    id: 'c',
    verdict: 'unchecked',
    judged: null,
    note: 'Ana Ruiz: Who says so?',
    correction: null,
    claimant: null,
    kind: null,
    createdBy: 'Ana Ruiz',
    createdAt: '2026-11-20T09:00:00.000Z',
  };
  const entry = (by: string): HistoryEntry => ({
    changeId: by.replace(' ', '-'),
    at: '2026-11-21T10:52:00.000Z',
    by,
    action: 'article.open',
    edits: [{ table: 'claims', id: 'c', create: claim }],
  });
  fakeMain(async () => ({ ok: true, value: [entry('Ada'), entry('Ana Ruiz')] }));
  const { column, close } = show(session, <ClaimHistory claimId="c" />, { width: 400, height: 300 });
  onTestFinished(close);
  const items = () => Array.from(column.querySelectorAll('li'), ({ textContent }) => textContent);
  await expect.poll(() => items().length).toBe(2);
  expect(items()).toEqual([
    expect.stringMatching(/^Marked as a claim\s*Ana Ruiz/),
    expect.stringMatching(/^Marked as a claim by Ana Ruiz\s*Ada/),
  ]);
});

import { expect, it, onTestFinished } from 'vitest';
import { ClaimHistory } from '../../../../../../renderer/features/claims/history/claim-history';
import type { HistoryEntry } from '../../../../../../shared/domain/history/claim-history';
import { fakeMain } from '../../../support/main';
import { importReview, markWords, openSession, show } from '../../../support/open-session';

it('a claim that can’t be saved has an empty history, not that of the claim before', async () => {
  const { review, draft, facts } = importReview(
    'The ferry carried 12 million people. Two in three were late.',
  );
  const session = openSession(review, draft);
  const entry: HistoryEntry = {
    ...{ changeId: 'c1', at: '2026-11-21T10:52:00.000Z', by: 'Ada', action: 'claim.edit' },
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

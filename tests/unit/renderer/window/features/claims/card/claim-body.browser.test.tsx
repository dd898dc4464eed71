import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Answers, ClaimHistory } from '#renderer/window/features/claims/card/claim-body.tsx';
import type { HistoryEntry } from '#shared/domain/history/claim-history.ts';
import { fakeMain, recordCalls } from '#tests/unit/renderer/support/main.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

it('answers open their addresses like other links, and say that a correction is not decided', async () => {
  const calls = recordCalls();
  const { review, draft } = importReview('It carried 12 million cars.');
  const text = 'See https://ferry.example/2019 (page 3).';
  const { column } = show(
    openSession(review, draft),
    <Answers
      answers={[
        {
          draftId: draft.id,
          isResolved: false,
          replies: [{ by: 'Ben', at: null, text }],
          correction: { text: '21 million', outcome: 'undecided' },
        },
      ]}
    />,
    { width: 300, height: 300 },
  );
  await expect.element(page.getByText('not decided by the author')).toBeVisible();
  await page.getByRole('button', { name: 'https://ferry.example/2019' }).click();
  expect(calls).toContain('link.open');
  expect(column.querySelector('blockquote')?.textContent).toBe(`${text}Ben`);
});

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
  const { column, rerender } = show(session, <ClaimHistory claimId="c" />, {
    width: 400,
    height: 300,
  });
  await expect.poll(() => column.textContent).toContain('ask the harbour');
  // This main never acknowledges, so the mark is not saved.
  rerender(<ClaimHistory claimId={markWords(session, 'Two in three', facts)} />);
  expect(column.querySelectorAll('li')).toHaveLength(0);
});

import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SavingStatus } from '#renderer/window/app/status/status-bar.tsx';
import { ClaimFields } from '#renderer/window/features/claims/card/claim-body.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const fields = { note: null, correction: null, claimant: null, kind: null };

function open(change: Partial<Session>): HTMLElement {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const session = { ...openSession(review, draft), ...change };
  const content = (
    <>
      <ClaimFields claimId="c" text="12 million" {...fields} />
      <SavingStatus />
    </>
  );
  const { column, close } = show(session, content, { width: 400, height: 300 });
  onTestFinished(close);
  return column;
}

it('does not say “Saved” while typed words are not on the disk', async () => {
  const column = open({});
  const state = () => column.querySelector('output')?.textContent;
  expect(state()).toBe('Saved');
  await userEvent.type(page.getByLabelText('Note'), 'ask');
  await expect.poll(state).toBe('Saving…');
  page.getByLabelText('Note').element().parentElement?.querySelector('textarea')?.blur();
  await expect.poll(state).toBe('Saved');
});

it.each([
  [
    'Not saved: the disk is full. Make room on the disk; nothing saved before is lost.',
    'Not saved (1 edit kept here): the disk is full. Make room on the disk; nothing saved before is lost.',
  ],
  ['This library is open on “dock”.', 'Not saved (1 edit kept here): This library is open on “dock”.'],
  [
    'Not saved for certain: the disk is full. It may have been stored.',
    'Not saved for certain (1 edit kept here): the disk is full. It may have been stored.',
  ],
])('says once that an edit is not saved: %s', (why, expected) => {
  const saveState = { state: 'failing', waiting: 1, why } as const;
  expect(open({ saveState: () => saveState }).querySelector('output')?.textContent).toBe(expected);
});

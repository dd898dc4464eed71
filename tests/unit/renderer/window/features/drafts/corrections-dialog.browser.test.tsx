import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CorrectionsDialog } from '#renderer/window/features/drafts/corrections-dialog.tsx';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { recordCalls } from '#tests/unit/renderer/support/main.ts';
import {
  holdSaving,
  importReview,
  markWords,
  openSession,
  show,
} from '#tests/unit/renderer/support/open-session.tsx';

it('creates no draft if it is closed while the last edits are being saved', async () => {
  const calls = recordCalls();
  const { review, draft, facts } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  const claim = session.review.claims.get(markWords(session, '12 million', facts));
  if (claim) session.apply(editClaim(claim, { correction: '1.2 million' }));
  const finishSaving = holdSaving(session);
  const onClose = vi.fn(() => shown.close());
  const shown = show(session, <CorrectionsDialog onClose={onClose} />, { width: 600, height: 600 });
  await page.getByRole('button', { name: 'Create draft 2' }).click();
  expect(session.waitUntilSaved).toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  finishSaving(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls).not.toContain('draft.correct');
  expect(onClose).toHaveBeenCalledTimes(1);
});

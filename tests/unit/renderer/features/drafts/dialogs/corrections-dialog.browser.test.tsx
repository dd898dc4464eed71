import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CorrectionsDialog } from '../../../../../../renderer/features/drafts/dialogs/corrections-dialog';
import { editClaim } from '../../../../../../shared/domain/claims/claim-edits';
import { askedOfMain } from '../../../support/main';
import { markWords, reviewOf, sessionOf, show } from '../../../support/open-session';

let close = () => {};
afterEach(() => close());

it('makes no draft once it was closed while the last edits were being saved', async () => {
  const asked = askedOfMain();
  const { review, draft, facts } = reviewOf('The ferry carried 12 million people.');
  const session = sessionOf(review, draft);
  const claim = session.review.claims.get(markWords(session, '12 million', facts));
  if (claim) session.apply(editClaim(claim, { correction: '1.2 million' }));
  let save = (_isSaved: boolean) => {};
  const saving = new Promise<boolean>((resolve) => {
    save = resolve;
  });
  vi.spyOn(session, 'settled').mockImplementation(() => saving);
  const onClose = vi.fn(() => close());
  ({ close } = show(session, <CorrectionsDialog onClose={onClose} />, { width: 600, height: 600 }));
  await page.getByRole('button', { name: 'Make draft 2' }).click();
  expect(session.settled).toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  save(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).not.toContain('draft.correct');
  expect(onClose).toHaveBeenCalledTimes(1);
});

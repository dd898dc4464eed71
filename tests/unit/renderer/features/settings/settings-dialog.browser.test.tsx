import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SettingsDialog } from '../../../../../renderer/features/settings/settings-dialog';
import { closeDialog, openDialog } from '../../../../../renderer/state/dialogs';
import { usePreferences } from '../../../../../renderer/state/preferences';
import { fakeMain } from '../../support/main';
import { show } from '../../support/open-session';

afterEach(closeDialog);

function open(part: 'claimReview' | null) {
  const before = usePreferences.getState();
  fakeMain(async (_name, input) => ({ ok: true, value: { ...usePreferences.getState(), ...Object(input) } }));
  openDialog('settings', part);
  const onClose = vi.fn();
  const { close } = show(null, <SettingsDialog backups={null} onClose={onClose} />, {
    width: 700,
    height: 700,
  });
  onTestFinished(() => {
    close();
    usePreferences.setState(before);
  });
  return onClose;
}

it('shows the part that was looked for, with the focus in its first field', async () => {
  open('claimReview');
  await expect.element(page.getByLabelText('Organization', { exact: true })).toHaveFocus();
});

it('does not close on “Done” while a field holds what can’t be stored', async () => {
  const onClose = open(null);
  await page.getByText('ClaimReview', { exact: true }).click();
  const best = page.getByLabelText('Best rating', { exact: true });
  await best.fill('five');
  await page.getByText('ClaimReview', { exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(onClose).not.toHaveBeenCalled();
  await expect.element(page.getByText(/can’t be saved like this/)).toBeVisible();
  await expect.element(best).toHaveFocus();
  await userEvent.fill(best, '5');
  await page.getByRole('button', { name: 'Done' }).click();
  expect(onClose).toHaveBeenCalledTimes(1);
});

import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Welcome } from '#renderer/window/features/library/welcome.tsx';
import { LibraryPart, SettingsDialog } from '#renderer/window/features/settings/settings-dialog.tsx';
import { closeDialog, openDialog } from '#renderer/window/state/base/dialogs.ts';
import { useLibraryAccess } from '#renderer/window/state/library/library-access.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { fakePreferences } from '#tests/unit/renderer/support/preferences.ts';

afterEach(closeDialog);

function open(part: 'claimReview' | null) {
  fakePreferences();
  openDialog('settings', part);
  const onClose = vi.fn();
  show(null, <SettingsDialog backups={null} onClose={onClose} />, { width: 700, height: 700 });
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

it('a library that can only be read is not moved from here; another one can be opened', async () => {
  const before = useLibraryLocation.getState();
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  useLibraryAccess.setState({ access: { kind: 'unwritable', why: 'The disk is read-only.' } });
  show(null, <LibraryPart />, { width: 400, height: 300 });
  onTestFinished(() => {
    useLibraryLocation.setState(before);
    useLibraryAccess.setState({ access: { kind: 'writable' } });
  });
  await expect.element(page.getByRole('button', { name: 'Move…' })).toBeDisabled();
  await expect.element(page.getByRole('button', { name: 'Open another…' })).toBeEnabled();
});

it('an empty library that can only be read has no way to add an article', () => {
  const nothing = () => {};
  const ways = { onOpenFile: nothing, onPaste: nothing, onOpenWeb: nothing, onSample: nothing };
  const { column } = show(null, <Welcome isDisabled {...ways} />, { width: 600, height: 500 });
  expect([...column.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
});

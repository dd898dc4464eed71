import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { KeysDialog } from '#renderer/window/features/settings/keys-dialog.tsx';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { fakePreferences } from '#tests/unit/renderer/support/preferences.ts';

function openKeys(keys = usePreferences.getState().keys) {
  fakePreferences({ keys });
  let closedCount = 0;
  show(
    null,
    <KeysDialog
      onClose={() => {
        closedCount += 1;
      }}
    />,
    { width: 800, height: 700 },
  );
  return { closedCount: () => closedCount };
}

const row = (label: string) => page.getByRole('listitem').filter({ hasText: label });
const button = (label: string, name: string) => row(label).getByRole('button', { name, exact: true });
const recorder = (label: string) => page.getByRole('textbox', { name: `New key for ${label}` });
const stored = () => usePreferences.getState().keys;

test('a key is replaced by the next one that is pressed', async () => {
  openKeys();
  await button('Mark as claim', 'C').click();
  await expect.element(recorder('Mark as claim')).toHaveFocus();
  await userEvent.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  await expect.poll(stored).toEqual([{ command: 'mark', keys: ['ctrl+shift+m'] }]);
  await expect.element(button('Mark as claim', 'Ctrl+Shift+M')).toBeVisible();
  await button('Mark as claim', 'Reset').click();
  await expect.poll(stored).toEqual([]);
});

test('a key of another command is taken from it only when the reviewer says so', async () => {
  openKeys();
  await button('Mark as claim', 'C').click();
  await userEvent.keyboard('v');
  await expect.element(page.getByRole('alert')).toHaveTextContent('V is also “Verified”.');
  await button('Mark as claim', 'Cancel').click();
  expect(stored()).toEqual([]);
  await button('Mark as claim', 'C').click();
  await userEvent.keyboard('v');
  await button('Mark as claim', 'Replace').click();
  await expect.poll(stored).toEqual([{ command: 'mark', keys: ['v'] }]);
  await expect.element(button('Verified', 'V')).not.toBeInTheDocument();
  // To have it back, the other command has to give it up.
  await button('Verified', 'Reset').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('V is also “Mark as claim”.');
  await button('Verified', 'Replace').click();
  await expect.element(button('Verified', 'V')).toBeVisible();
});

test('Escape cancels, Backspace removes, and reserved keys are refused with the reason', async () => {
  const { closedCount } = openKeys();
  await button('Find…'.replace('…', ''), 'Ctrl+F').first().click();
  await userEvent.keyboard('{Tab}');
  await expect.element(recorder('Find')).not.toBeInTheDocument();
  await button('Disputed', 'D').click();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByText('↑ moves in the text, which can’t be changed.')).toBeVisible();
  await userEvent.keyboard('{Control>}c{/Control}');
  await expect.element(page.getByText('Ctrl+C copies, which can’t be changed.')).toBeVisible();
  await userEvent.keyboard('{Alt>}m{/Alt}');
  await expect.element(page.getByText('Keys with Alt can’t be used.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect([stored(), closedCount()]).toEqual([[], 0]);
  await button('Disputed', 'D').click();
  await userEvent.keyboard('{Backspace}');
  await expect.poll(stored).toEqual([{ command: 'disputed', keys: [] }]);
  await button('Disputed', 'Add key').click();
  await userEvent.keyboard('o');
  await expect.poll(stored).toEqual([{ command: 'disputed', keys: ['o'] }]);
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect.poll(stored).toEqual([]);
});

test('commands are found by name and by key, and what another version stored is kept', async () => {
  const foreign = { command: 'timeTravel', keys: ['hyper+t'] };
  openKeys([foreign, { command: 'note', keys: ['ctrl+m'] }]);
  const search = page.getByRole('searchbox', { name: 'Find a command or key' });
  await search.fill('ctrl+m');
  await expect.element(row('Note')).toBeVisible();
  await expect.element(row('Verified')).not.toBeInTheDocument();
  await search.fill('disputed');
  await button('Disputed', 'D').click();
  await userEvent.keyboard('o');
  await expect.poll(stored).toContainEqual(foreign);
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect.poll(stored).toEqual([foreign]);
});

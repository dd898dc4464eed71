import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { dialog } from '../pages/import-dialogs.ts';

test.use({ reviewer: 'Ada' });

test('menu items do what they say', { tag: '@core' }, async ({ stet }) => {
  await stet.chooseMenuItem('Help', 'Sample article');
  await expect(stet.article.marks.first()).toBeVisible();
  await stet.chooseMenuItem('Claim', 'Next claim');
  await expect(stet.card.heading).toHaveText('Claim 1');
  await stet.chooseMenuItem('Claim', 'Disputed');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await stet.chooseMenuItem('Edit', 'Undo');
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await stet.chooseMenuItem('Claim', 'Note');
  await expect(stet.card.note).toBeFocused();
  await stet.chooseMenuItem('View', 'Claims and sources');
  await expect(stet.claims.nav).toBeHidden();
  await stet.chooseMenuItem('Edit', 'Find…');
  await expect(stet.find.field).toBeFocused();
  await stet.chooseMenuItem('File', 'Article details…');
  await expect(stet.details.dialog).toBeVisible();
  // An open dialog must be closed first.
  await stet.chooseMenuItem('File', 'Library');
  await expect(stet.details.dialog).toBeVisible();
  await stet.press('Escape');
  await stet.chooseMenuItem('File', 'Library');
  await expect(stet.library.row('Harbour tram to open in March')).toBeVisible();
});

test('About shows the versions of Stet and Electron, and ? shows the keyboard shortcuts', async ({
  stet,
}) => {
  await stet.chooseMenuItem('Help', 'About Stet');
  const about = dialog(stet.page, 'About Stet');
  const { version, electron } = await stet.app.evaluate(({ app }) => ({
    version: app.getVersion(),
    electron: process.versions.electron,
  }));
  await expect(about).toContainText(`Version${version}`);
  await expect(about).toContainText(`Electron${electron}`);
  await about.getByRole('button', { name: 'Close' }).click();
  await expect(about).toBeHidden();

  await stet.press('?');
  const shortcuts = dialog(stet.page, 'Keyboard shortcuts');
  for (const action of [
    'Mark the selection as a claim',
    'Next and previous claim of the queue',
    'Export report',
  ])
    await expect(shortcuts).toContainText(action);
  await stet.press('Escape');
  await expect(shortcuts).toBeHidden();
});

test('a theme chosen in the menu applies at once, and is selected in the menu and in Settings', async ({
  stet,
}) => {
  const isDark = () => stet.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const readCheckedThemes = () =>
    stet.app.evaluate(({ Menu }) => {
      const view = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&View');
      const theme = view?.submenu?.items.find(({ label }) => label === 'Theme');
      return theme?.submenu?.items.filter(({ checked }) => checked).map(({ label }) => label);
    });
  expect(await readCheckedThemes()).toEqual(['Same as system']);
  await stet.chooseMenuItem('View', 'Theme', 'Dark');
  await expect.poll(isDark).toBe(true);
  expect(await readCheckedThemes()).toEqual(['Dark']);
  await stet.library.settings.click();
  await expect(stet.settings.theme('Dark')).toBeChecked();
  await stet.settings.theme('Light').click();
  await expect.poll(isDark).toBe(false);
  await expect.poll(readCheckedThemes).toEqual(['Light']);

  await stet.restart();
  expect(await readCheckedThemes()).toEqual(['Light']);
});

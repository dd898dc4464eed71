import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('a changed key runs its command, and every place that shows it shows the new one', async ({ stet }) => {
  const { keysDialog } = stet;
  await stet.press('Control+,');
  await stet.settings.changeKeys.click();
  await keysDialog.button('Mark as claim', 'C').click();
  await expect(keysDialog.recorder).toBeFocused();
  await stet.press('m');
  await expect(keysDialog.button('Mark as claim', 'M')).toBeVisible();
  await keysDialog.button('Verified', 'V').click();
  await stet.press('d');
  await expect(keysDialog.conflict).toContainText('D is also “Disputed”.');
  await stet.press('Enter');
  await expect(keysDialog.button('Verified', 'D')).toBeVisible();
  await keysDialog.done.click();
  await expect(keysDialog.dialog).toBeHidden();

  await stet.article.select('1.2 million people');
  await expect(stet.article.barButton('Claim')).toHaveAttribute('aria-keyshortcuts', 'M');
  await stet.press('c');
  await expect(stet.claims.rows).toHaveCount(0);
  await stet.press('m');
  await expect(stet.claims.rows).toHaveCount(1);
  await stet.press('d');
  await stet.status.expectText('1 verified · 0 disputed');
  await stet.press('v');
  await stet.status.expectText('1 verified · 0 disputed');

  const readKeys = () =>
    stet.app.evaluate(({ Menu }) => {
      const claim = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Claim');
      return claim?.submenu?.items
        .slice(0, 4)
        .map(({ label, accelerator }) => `${label} ${accelerator ?? ''}`);
    });
  await expect.poll(readKeys).toEqual(['Mark as claim M', expect.anything(), 'Verified D', 'Disputed ']);
  await stet.press('?');
  await expect(stet.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'MMark the selection as a claim',
  );
  await stet.press('Escape');

  await stet.restart();
  expect((await readKeys())?.[0]).toBe('Mark as claim M');
  await stet.library.open(ferryTitle);
  await stet.article.select('built in 1986');
  await stet.press('m');
  await expect(stet.claims.rows).toHaveCount(2);
  await stet.chooseMenuItem('Help', 'Change keyboard shortcuts…');
  await stet.keysDialog.resetAll.click();
  await expect(stet.keysDialog.button('Mark as claim', 'C')).toBeVisible();
  await stet.keysDialog.done.click();
  await stet.article.select('€40 million');
  await stet.press('c');
  await expect(stet.claims.rows).toHaveCount(3);
});

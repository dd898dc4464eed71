import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';

test.use({ reviewer: 'Ada' });

const menuItem = ({ page }: Stet, name: string | RegExp): Locator => page.getByRole('menuitem', { name });
const readClipboard = ({ app }: Stet) => app.evaluate(({ clipboard }) => clipboard.readText());

test('selected words and claims have a context menu, by mouse and by keyboard', async ({ stet }) => {
  const { page, article, card, claims } = stet;
  const menu = page.getByRole('menu');
  await stet.pasteArticle();
  await article.select('1.2 million people');
  await article.rightClick('million');
  await expect(menu).toBeVisible();
  await article.expectSelection('1.2 million people');
  await menuItem(stet, 'Disputed').click();
  await expect(menu).toHaveCount(0);
  await expect(card.words).toHaveText('1.2 million people');
  await expect(card.verdict('Disputed')).toBeChecked();

  // The menu of words selected in a claim has items for the words and for the claim.
  await article.select('million');
  await article.rightClick('million');
  await expect(menuItem(stet, 'Mark as claim')).toBeVisible();
  await menuItem(stet, 'Claim 1: can’t verify').click();
  await expect(card.verdict('Can’t verify')).toBeChecked();

  // A right click on a mark makes its claim current.
  await stet.press('Escape');
  await expect(card.card).toBeHidden();
  await article.rightClick('million');
  await expect(card.words).toHaveText('1.2 million people');
  await menuItem(stet, 'Verified').click();
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(article.text).toBeFocused();

  // The claim's row has the same menu, which opens by key.
  await claims.row('1.2 million people').focus();
  await stet.press('Shift+F10');
  await expect(menuItem(stet, 'Verified')).toContainText('V');
  await stet.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(claims.row('1.2 million people')).toBeFocused();
  await stet.press('Shift+F10');
  await menuItem(stet, 'Copy with verdict and sources').click();
  await expect(stet.notices.messages).toContainText('Copied.');
  expect(await readClipboard(stet)).toBe('“1.2 million people”\nVerified');

  await article.text.focus();
  await stet.press('ArrowDown', 'Shift+F10');
  await menuItem(stet, 'Find in the article').click();
  await expect(stet.find.field).toBeFocused();
  await expect(stet.find.count).toHaveText('1 of 1');
  // Back to the article with the match selected, then without the search, then without the selection.
  await stet.press('Escape', 'Escape', 'Escape');

  await article.rightClick('million');
  await menuItem(stet, 'Delete claim').click();
  await expect(claims.rows).toHaveCount(0);

  // A message with Undo goes with the next step, even under the pointer: it could not take back what it names any more.
  await article.select('million');
  const message = stet.notices.messages.filter({ hasText: 'deleted' });
  await message.hover();
  await stet.press('v');
  await expect(claims.rows).toHaveCount(1);
  await expect(message).toBeHidden();
});

test('text fields, also in dialogs, and articles in the library have a context menu', async ({ stet }) => {
  const { page } = stet;
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('from elsewhere'));
  await page.getByRole('button', { name: 'Settings' }).click();
  const { name } = stet.settings;
  await expect(name).toHaveValue('Ada');
  await name.click({ button: 'right' });
  await menuItem(stet, 'Select all').click();
  await expect(name).toBeFocused();
  await name.click({ button: 'right' });
  await menuItem(stet, 'Cut').click();
  await expect(name).toHaveValue('');
  expect(await readClipboard(stet)).toBe('Ada');
  await stet.press('Shift+F10');
  await menuItem(stet, 'Paste').click();
  await expect(name).toHaveValue('Ada');
  await stet.press('Shift+F10');
  await menuItem(stet, 'Undo').click();
  await expect(name).toHaveValue('');
  await stet.press('Shift+F10');
  await expect(menuItem(stet, 'Copy')).toHaveAttribute('aria-disabled', 'true');
  await stet.press('Escape');
  await expect(name).toBeFocused();
  await stet.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await stet.pasteArticle();
  await stet.goToLibrary();
  const row = stet.library.row('Ferry to stop in May');
  await row.click({ button: 'right' });
  await menuItem(stet, 'Rename').click();
  await expect(page.getByRole('dialog', { name: 'Rename article' })).toBeVisible();
  await stet.press('Escape');
  await row.getByRole('button', { name: 'Ferry to stop in May' }).focus();
  await stet.press('Shift+F10');
  await menuItem(stet, 'Move to bin').click();
  await expect(stet.notices.messages).toContainText('moved to the bin');
  await page.getByRole('button', { name: 'Bin 1' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Ferry to stop in May' }).click({ button: 'right' });
  await menuItem(stet, 'Restore').click();
  await expect(stet.notices.messages).toContainText('back in the library');
});

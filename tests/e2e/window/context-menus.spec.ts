import { expect, type Locator } from '@playwright/test';
import { test } from '../fixtures';
import type { Stet } from '../support/electron/stet';

test.use({ reviewer: 'Ada' });

const entry = ({ page }: Stet, name: string | RegExp): Locator => page.getByRole('menuitem', { name });
const copied = ({ app }: Stet) => app.evaluate(({ clipboard }) => clipboard.readText());

test('selected words and claims have a menu, by mouse and by keyboard', async ({ stet }) => {
  const { page, article, card, claims } = stet;
  const menu = page.getByRole('menu');
  await stet.pasteArticle();
  await article.select('1.2 million people');
  await article.rightClick('million');
  await expect(menu).toBeVisible();
  await article.expectSelection('1.2 million people');
  await entry(stet, 'Disputed').click();
  await expect(menu).toHaveCount(0);
  await expect(card.words).toHaveText('1.2 million people');
  await expect(card.verdict('Disputed')).toBeChecked();

  // Words selected within a claim have the entries of both.
  await article.select('million');
  await article.rightClick('million');
  await expect(entry(stet, 'Mark as claim')).toBeVisible();
  await entry(stet, 'Claim 1: can’t verify').click();
  await expect(card.verdict('Can’t verify')).toBeChecked();

  // A mark becomes the current claim.
  await stet.press('Escape');
  await expect(card.card).toBeHidden();
  await article.rightClick('million');
  await expect(card.words).toHaveText('1.2 million people');
  await entry(stet, 'Verified').click();
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(article.text).toBeFocused();

  // The same from its row, by the keys that open a menu.
  await claims.row('1.2 million people').focus();
  await stet.press('Shift+F10');
  await expect(entry(stet, 'Verified')).toContainText('V');
  await stet.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(claims.row('1.2 million people')).toBeFocused();
  await stet.press('Shift+F10');
  await entry(stet, 'Copy with verdict and sources').click();
  await expect(stet.notices.messages).toContainText('Copied.');
  expect(await copied(stet)).toBe('“1.2 million people”\nVerified');

  await article.text.focus();
  await stet.press('ArrowDown', 'Shift+F10');
  await entry(stet, 'Find in the article').click();
  await expect(stet.find.field).toBeFocused();
  await expect(stet.find.count).toHaveText('1 of 1');
  await stet.press('Escape');

  await article.rightClick('million');
  await entry(stet, 'Add source').click();
  await stet.sourceForm.title.fill('Harbour ledger');
  await stet.sourceForm.attach.click();
  await card.evidenceFrom('Harbour ledger').click({ button: 'right', position: { x: 4, y: 4 } });
  await entry(stet, 'Copy reference').click();
  await expect.poll(() => copied(stet)).toBe('Harbour ledger.');
  await card.evidenceFrom('Harbour ledger').click({ button: 'right', position: { x: 4, y: 4 } });
  await entry(stet, 'Edit evidence').click();
  await stet.sourceForm.cancel.click();
  await stet.press('l');
  await stet.sources.list.getByRole('button', { name: 'Harbour ledger' }).click({ button: 'right' });
  await entry(stet, 'Reliable, withdrawn or wrong').click();
  await expect(stet.sourceCard.standing('Reliable')).toBeFocused();
  await stet.sources.list.getByRole('button', { name: 'Harbour ledger' }).click({ button: 'right' });
  await entry(stet, 'Delete source').click();
  await expect(stet.sourceCard.card).toBeHidden();
  await stet.press('l');
  await article.rightClick('million');
  await entry(stet, 'Delete claim').click();
  await expect(claims.rows).toHaveCount(0);

  // A message stays while the pointer is in it, over an edit too.
  await article.select('million');
  const said = stet.notices.messages.filter({ hasText: 'deleted' });
  await said.hover();
  await stet.press('v');
  await expect(claims.rows).toHaveCount(1);
  await expect(said).toBeVisible();
});

test('text fields have a menu, in dialogs too, and articles in the library', async ({ stet }) => {
  const { page } = stet;
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('from elsewhere'));
  await page.getByRole('button', { name: 'Settings' }).click();
  const { name } = stet.settings;
  await expect(name).toHaveValue('Ada');
  await name.click({ button: 'right' });
  await entry(stet, 'Select all').click();
  await expect(name).toBeFocused();
  await name.click({ button: 'right' });
  await entry(stet, 'Cut').click();
  await expect(name).toHaveValue('');
  expect(await copied(stet)).toBe('Ada');
  await stet.press('Shift+F10');
  await entry(stet, 'Paste').click();
  await expect(name).toHaveValue('Ada');
  await stet.press('Shift+F10');
  await entry(stet, 'Undo').click();
  await expect(name).toHaveValue('');
  await stet.press('Shift+F10');
  await expect(entry(stet, 'Copy')).toHaveAttribute('aria-disabled', 'true');
  await stet.press('Escape');
  await expect(name).toBeFocused();
  await stet.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await stet.pasteArticle();
  await stet.goToLibrary();
  const row = stet.library.row('Ferry to stop in May');
  await row.click({ button: 'right' });
  await entry(stet, 'Rename').click();
  await expect(page.getByRole('dialog', { name: 'Rename article' })).toBeVisible();
  await stet.press('Escape');
  await row.getByRole('button', { name: 'Ferry to stop in May' }).focus();
  await stet.press('Shift+F10');
  await entry(stet, 'Move to bin').click();
  await expect(stet.notices.messages).toContainText('moved to the bin');
  await page.getByRole('button', { name: 'Bin 1' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Ferry to stop in May' }).click({ button: 'right' });
  await entry(stet, 'Restore').click();
  await expect(stet.notices.messages).toContainText('back in the library');
});

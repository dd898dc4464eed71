import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { lockElsewhere } from '../support/library/lock-elsewhere';
import { storeArticle } from '../support/library/store-article';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada', article: ferryText });

test('articles of a library that is open on another computer can’t be renamed, moved to the bin, restored or deleted', async ({
  stet,
  userData,
}) => {
  await stet.bar.library.click();
  await stet.library.openFile.waitFor();
  await stet.close();
  await storeArticle(userData, 'The mill\n\nThe mill closed in 1974.');
  await stet.relaunch();
  await stet.library.moveToBin('The mill');
  await expect(stet.library.rows).toHaveCount(1);
  await stet.close();
  const lock = lockElsewhere(join(userData, 'library'));
  await stet.relaunch();
  const row = stet.library.row(ferryTitle);
  await expect(row.getByRole('button', { name: 'Rename' })).toBeDisabled();
  await expect(row.getByRole('button', { name: 'Move to bin' })).toBeDisabled();
  for (const [key, sentence] of [
    ['F2', 'so the article was not renamed.'],
    ['Delete', 'so the article was not moved.'],
  ] as const) {
    await row.getByRole('button', { name: ferryTitle }).press(key);
    await expect(stet.notices.messages).toContainText(`This library can only be read here, ${sentence}`);
  }
  await expect(stet.library.renameDialog).toBeHidden();
  await stet.press('Shift+F10');
  await expect(stet.page.getByRole('menuitem', { name: 'Open' })).toBeEnabled();
  for (const name of ['Rename…', 'Move to bin'])
    await expect(stet.page.getByRole('menuitem', { name })).toBeDisabled();
  await stet.press('Escape');

  await stet.library.openBin();
  for (const name of ['Restore', 'Delete for good', 'Empty bin'])
    await expect(stet.page.getByRole('button', { name })).toBeDisabled();

  rmSync(lock);
  await stet.access.editHere.click();
  await stet.library.openBin();
  await stet.library.restore('The mill');
  await expect(stet.notices.messages).toContainText('“The mill” is back in the library.');
});

test('a library that is open on another computer can be read and exported, and edited once it was closed there', {
  tag: '@core',
}, async ({ stet, userData }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.status.waitUntilSaved();
  await stet.close();
  const lock = lockElsewhere(join(userData, 'library'));
  await stet.relaunch();
  await stet.library.open(ferryTitle);

  await expect(stet.access.saying('open on newsdesk-2 since 27 November 2026')).toBeVisible();
  await expect(stet.claims.row('1.2 million people')).toBeVisible();
  await expect(stet.status.footer).toContainText('Read-only');
  await stet.article.select('built in 1986');
  await stet.press('d');
  await expect(stet.notices.messages).toContainText('This article is read-only, so nothing was changed.');
  await expectNoViolations(stet, 'an article of a library that is open elsewhere');

  rmSync(lock);
  await expect(stet.access.saying('has closed the library')).toBeVisible();
  // The article of the page before looks the same.
  const isReloaded = stet.page.waitForEvent('domcontentloaded');
  await stet.access.editHere.click();
  await isReloaded;
  await stet.library.open(ferryTitle);
  await stet.article.select('built in 1986');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await expect(stet.claims.rows).toHaveCount(2);
});

test('articles that another computer adds to the library appear in the list, which is only read here', async ({
  stet,
  userData,
}) => {
  await stet.bar.library.click();
  await stet.library.openFile.waitFor();
  await stet.close();
  const library = join(userData, 'library');
  const lock = lockElsewhere(library);
  await stet.relaunch();
  await expect(stet.library.row(ferryTitle)).toBeVisible();
  rmSync(lock);
  await storeArticle(userData, 'The mill\n\nThe mill closed in 1974.');
  lockElsewhere(library);
  await expect(stet.library.row('The mill')).toBeVisible();
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';

test.use({ reviewer: 'Ada' });

test('the library lists articles with their progress, the last edited first, and opens them', async ({
  stet,
}) => {
  await stet.pasteArticle();
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.article.select('built in 1986');
  await stet.press('c');
  await stet.status.saved();
  await stet.goToLibrary();
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims, 1 open · 49 words · edited just now');
  await expect(stet.library.row(ferryTitle)).toContainText('draft 1');

  await stet.pasteArticle('A second article\n\nIt has one claim.');
  await stet.goToLibrary();
  await expect(stet.library.row('A second article')).toContainText('no claims yet');
  expect(await stet.library.titles()).toEqual(['A second article', ferryTitle]);

  await stet.library.open(ferryTitle);
  await stet.press('j', 'j', 'd');
  await stet.status.saved();
  await stet.goToLibrary();
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims, all checked');
  expect(await stet.library.titles()).toEqual([ferryTitle, 'A second article']);

  // The order is kept, what was searched for is not.
  await stet.library.order.selectOption('Title');
  expect(await stet.library.titles()).toEqual(['A second article', ferryTitle]);
  await stet.press('Control+f');
  await expect(stet.library.search).toBeFocused();
  await stet.library.search.fill('FERRY may');
  await expect(stet.library.rows).toHaveText([/Ferry to stop in May/]);
  await stet.library.search.fill('mill');
  await expect(stet.library.none).toHaveText(/No article has “mill”/);
  await stet.press('Escape');
  await expect(stet.library.rows).toHaveCount(2);
  await stet.library.search.fill('second');
  await stet.restart();
  await expect(stet.library.rows).toHaveCount(2);
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims, all checked');
  expect(await stet.library.titles()).toEqual(['A second article', ferryTitle]);
});

test('an article is renamed, moved to the bin and restored', async ({ stet }) => {
  for (const title of ['First', 'Second']) {
    await stet.pasteArticle(ferryText.replace(ferryTitle, title));
    await stet.goToLibrary();
  }
  const { library } = stet;
  await library.rename('First', ' ');
  await expect(library.renaming).toContainText('An article needs a title.');
  await library.renaming.getByRole('textbox', { name: 'Title' }).fill('The ferry');
  await library.renaming.getByRole('button', { name: 'Rename' }).click();
  await expect(library.row('The ferry')).toBeVisible();
  // By F2 and by a double click beside the buttons, with the title selected.
  await library.row('Second').getByRole('button', { name: 'Second' }).focus();
  await stet.press('F2');
  await expect(library.renaming.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await stet.page.keyboard.type('2');
  await stet.press('Enter');
  await library.row('2').getByText('no claims yet').dblclick();
  await stet.page.keyboard.type('Second');
  await stet.press('Enter');
  await expect(library.row('Second')).toBeVisible();

  // Arrows go from title to title, and Delete moves to the bin.
  await library.row('The ferry').getByRole('button', { name: 'The ferry' }).focus();
  await stet.press('ArrowUp', 'Delete');
  await expect(library.rows).toHaveCount(1);
  await stet.notices.act('“Second” moved to the bin.', 'Undo');
  await expect(library.rows).toHaveCount(2);
  await library.bin('Second');
  await library.bin('The ferry');
  await expect(stet.welcome.section).toBeVisible();

  await stet.restart();
  await stet.library.openBin();
  await expect(stet.library.binHeading).toBeVisible();
  await expect(stet.library.rows).toHaveCount(2);
  await stet.library.restore('The ferry');
  await expect(stet.library.rows).toHaveText([/Second/]);
  await stet.library.leaveBin();
  await stet.library.open('The ferry');
  await expect(stet.article.main).toContainText('The ferry');
});

test('what is in the bin is deleted for good, one or all, after asking with the titles', async ({
  stet,
  userData,
}) => {
  for (const title of ['First', 'Second', 'Third', 'Fourth']) {
    await stet.pasteArticle(ferryText.replace(ferryTitle, title));
    await stet.goToLibrary();
  }
  const { library } = stet;
  for (const title of ['First', 'Second', 'Third']) await library.bin(title);
  await library.openBin();
  await library.deleteForGood('Second');
  await expect(library.deleting).toContainText('Second');
  await expect(library.deleting).toContainText('This can’t be undone.');
  // Enter alone deletes nothing, and neither does Escape.
  await stet.press('Enter');
  await expect(library.deleting).toBeHidden();
  await library.deleteForGood('Second');
  await stet.press('Escape');
  await expect(library.rows).toHaveCount(3);
  await library.deleteForGood('Second');
  await library.deleting.getByRole('button', { name: 'Delete for good' }).click();
  await expect(library.rows).toHaveCount(2);
  await expect(stet.notices.mentions).toContainText('“Second” was deleted.');

  await library.emptyBin();
  await expect(library.deleting.getByRole('listitem')).toHaveText(['Third', 'First']);
  await library.deleting.getByRole('button', { name: 'Delete for good' }).click();
  await expect(library.heading).toBeVisible();
  await expect(library.rows).toHaveText([/Fourth/]);
  expect(readdirSync(join(userData, 'library', 'articles'))).toHaveLength(1);
  await stet.restart();
  await expect(stet.library.rows).toHaveText([/Fourth/]);
  await expect(stet.notices.problems).toHaveCount(0);
});

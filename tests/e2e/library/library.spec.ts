import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada' });

test('the library lists articles with their progress, the last edited one first, and opens them', {
  tag: '@core',
}, async ({ stet }) => {
  await stet.pasteArticle();
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.article.select('built in 1986');
  await stet.press('c');
  await stet.status.waitUntilSaved();
  await stet.goToLibrary();
  await expect(stet.library.row(ferryTitle)).toContainText(/2 claims, 1 open.* · 49 words · edited just now/);
  await expect(stet.library.row(ferryTitle)).toContainText('draft 1');

  await stet.pasteArticle('A second article\n\nIt has one claim.');
  await stet.goToLibrary();
  await expect(stet.library.row('A second article')).toContainText('no claims yet');
  expect(await stet.library.readTitles()).toEqual(['A second article', ferryTitle]);

  await stet.library.open(ferryTitle);
  await stet.press('j', 'j', 'd');
  await stet.status.waitUntilSaved();
  await stet.goToLibrary();
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims checked');
  expect(await stet.library.readTitles()).toEqual([ferryTitle, 'A second article']);

  // A restart keeps the sort order, but not the search.
  await stet.library.sortBy.selectOption('Title');
  expect(await stet.library.readTitles()).toEqual(['A second article', ferryTitle]);
  await stet.press('Control+f');
  await expect(stet.library.search).toBeFocused();
  await stet.library.search.fill('FERRY may');
  await expect(stet.library.rows).toHaveText([/Ferry to stop in May/]);
  await stet.library.search.fill('mill');
  await expect(stet.library.noResults).toHaveText(/No article has “mill”/);
  await stet.press('Escape');
  await expect(stet.library.rows).toHaveCount(2);
  await stet.library.search.fill('second');
  await stet.restart();
  await expect(stet.library.rows).toHaveCount(2);
  await expect(stet.library.row(ferryTitle)).toContainText('2 claims checked');
  expect(await stet.library.readTitles()).toEqual(['A second article', ferryTitle]);
});

test('an article is renamed, moved to the bin and restored', async ({ stet }) => {
  for (const title of ['First', 'Second']) {
    await stet.pasteArticle(ferryText.replace(ferryTitle, title));
    await stet.goToLibrary();
  }
  const { library } = stet;
  await library.rename('First', ' ');
  await expect(library.renameDialog).toContainText('An article needs a title.');
  await library.renameDialog.getByRole('textbox', { name: 'Title' }).fill('The ferry');
  await library.renameDialog.getByRole('button', { name: 'Rename' }).click();
  await expect(library.row('The ferry')).toBeVisible();
  // F2 opens the dialog with the title selected.
  await library.row('Second').getByRole('button', { name: 'Second' }).focus();
  await stet.press('F2');
  await expect(library.renameDialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await stet.page.keyboard.type('2');
  await stet.press('Enter');
  // A click anywhere in the row opens the article.
  await library.row('2').getByText('no claims yet').click();
  await expect(stet.article.title('2')).toBeVisible();
  await stet.goToLibrary();
  await library.rename('2', 'Second');
  await expect(library.row('Second')).toBeVisible();

  // Arrow keys go from title to title, and Delete moves an article to the bin.
  await library.row('The ferry').getByRole('button', { name: 'The ferry' }).focus();
  await stet.press('ArrowUp', 'Delete');
  await expect(library.rows).toHaveCount(1);
  await stet.notices.pressButton('“Second” moved to the bin.', 'Undo');
  await expect(library.rows).toHaveCount(2);
  await library.moveToBin('Second');
  await library.moveToBin('The ferry');
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

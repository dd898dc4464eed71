import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test.use({ reviewer: 'Ada' });

/** The names and contents of all files of the index. */
function readIndex(userData: string): string {
  const folder = join(userData, 'search');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((file) => (file.isFile() ? readFileSync(join(file.parentPath, file.name), 'utf8') : file.name))
    .join();
}

test('the search of the library finds words in all articles as they are typed, and opens the article there', async ({
  stet,
  userData,
}) => {
  await stet.pasteArticle(`The quay\n\n${'It rained. '.repeat(300)}\n\nA zeppelin crossed the Firth.`);
  await stet.goToLibrary();
  await stet.pasteArticle('The mill\n\nNo zeppelin was seen, and no café opened.');
  const { librarySearch, article, library } = stet;
  await stet.press('Control+Shift+f');
  await expect(librarySearch.field).toBeFocused();
  await stet.page.keyboard.type('zeppel');
  await expect(librarySearch.titles).toHaveText(['The quay', 'The mill']);
  await expect(librarySearch.status).toHaveText('2 articles.');
  await stet.page.keyboard.type('in firth');
  await expect(librarySearch.titles).toHaveText(['The quay']);
  await expect(librarySearch.places.locator('mark')).toHaveText(['zeppelin', 'Firth']);
  await stet.press('ArrowDown');
  await expect(librarySearch.places.first()).toBeFocused();
  await stet.press('Enter');
  await expect(librarySearch.dialog).toBeHidden();
  await article.expectSelection('zeppelin crossed the Firth');
  await expect(article.text.getByText('A zeppelin crossed')).toBeInViewport();

  await stet.goToLibrary();
  await stet.page.getByRole('button', { name: 'Search all text' }).click();
  await librarySearch.field.fill('CAFE');
  await expect(librarySearch.titles).toHaveText(['The mill']);
  await librarySearch.field.fill('zepelin');
  await expect(librarySearch.status).toHaveText('No article has these words. With similar ones: 2 articles.');
  await librarySearch.field.fill('x'.repeat(30));
  await expect(librarySearch.status).toHaveText('No article has these words.');
  await stet.press('Escape');
  expect(readIndex(userData)).toContain('café');

  await library.moveToBin('The mill');
  await stet.press('Control+Shift+f');
  await librarySearch.field.fill('zeppelin');
  await expect(librarySearch.titles).toHaveText(['The quay']);
  expect(readIndex(userData)).not.toContain('café');
});

import { appendFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { storeArticle } from '../support/library/store-article.ts';
import { sha256 } from '../support/library/stored-files.ts';
import { expectNoViolations, tabTo } from '../support/page/accessibility.ts';

test.use({ reviewer: 'Ada', article: ferryText });

// Before the folder of the user's files is removed, with the library in it.
test.afterEach(({ stet }) => stet.close());

const title = 'The mill';

/** Everything in a folder, with the SHA-256 of each file and the time when it was changed. */
function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stats = lstatSync(join(folder, name));
      const sum = stats.isFile() ? sha256(readFileSync(join(folder, name))) : '';
      return `${name} ${stats.ino} ${stats.mtimeMs} ${sum}`;
    });
}

/** Bea’s library, with what a start removes and repairs. */
async function prepareLibrary(beas: string): Promise<string> {
  await storeArticle(beas, `${title}\n\nThe mill closed in 1974.`);
  const library = join(beas, 'library');
  const [id = ''] = readdirSync(join(library, 'articles'));
  mkdirSync(join(library, 'articles', '.removing-a', 'drafts'), { recursive: true });
  writeFileSync(join(library, 'articles', id, 'writing.0123456789ab.tmp'), 'half');
  mkdirSync(join(library, 'articles', id, 'vault'), { recursive: true });
  writeFileSync(join(library, 'articles', id, 'vault', 'unswept'), '');
  appendFileSync(join(library, 'articles', id, 'review.json'), ' ');
  return library;
}

test('a library that was made elsewhere is only read until the reviewer works in it, and asked about once', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const library = await prepareLibrary(join(files, 'bea'));
  const before = list(library);
  await stet.press('Control+,');
  await answerDialogs({ open: library });
  await stet.settings.openAnother.click();
  await expect(stet.access.saying(`last written by another Stet, on ${hostname()}`)).toBeVisible();
  const row = stet.library.row(title);
  await expect(row.getByRole('button', { name: 'Move to bin' })).toBeDisabled();
  await stet.library.open(title);
  await expect(stet.status.footer).toContainText('Read-only');
  await stet.article.select('closed in 1974');
  await stet.press('v');
  await expect(stet.notices.section).toContainText(
    'This article is read-only, so nothing was changed. Choose “Work in this library” to change it.',
  );
  await expectNoViolations(stet, 'an article of a library that somebody else wrote');
  await stet.restart();
  await expect(stet.access.saying('Nothing in it is changed until you work in it.')).toBeVisible();
  await stet.close();
  expect(list(library)).toEqual(before);

  await stet.relaunch();
  await expect(stet.access.workInLibrary).toBeVisible();
  await tabTo(stet, stet.access.workInLibrary);
  // The article of the page before looks the same.
  const isReloaded = stet.page.waitForEvent('domcontentloaded');
  await stet.press('Enter');
  await isReloaded;
  await stet.library.open(title);
  await expect(stet.access.workInLibrary).toBeHidden();
  await stet.article.select('closed in 1974');
  await stet.press('v');
  await stet.status.waitUntilSaved();
  expect(readdirSync(join(library, 'articles'))).toHaveLength(1);

  await stet.restart();
  await stet.library.open(title);
  await expect(stet.claims.rows).toHaveCount(1);
  await expect(stet.status.footer).not.toContainText('Read-only');
  await expect(stet.access.workInLibrary).toBeHidden();
});

import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { decodeChecksummed, encodeChecksummed } from '../../../main/core/storage/files/checksummed-text';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';
import { ArticleFiles, corrupt } from '../support/library/article-files';

test.use({ reviewer: 'Ada', article: ferryText });

const title = 'Ferry to stop in May';

/** Makes an article with two claims, one of them with a note, and closes Stet. */
async function checkAndClose(stet: Stet): Promise<void> {
  await stet.article.select('1.2 million people');
  await stet.press('d');
  await stet.card.note.fill('The port says 1.1 million.');
  await stet.article.select('€40 million');
  await stet.press('v');
  await stet.status.waitUntilSaved();
  await stet.close();
}

async function reopen(stet: Stet): Promise<void> {
  await stet.relaunch();
  await stet.library.open(title);
}

async function expectBothClaims(stet: Stet): Promise<void> {
  await expect(stet.claims.rows).toHaveCount(2);
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.card.note).toHaveValue('The port says 1.1 million.');
}

test.beforeEach(async ({ stet }) => {
  await checkAndClose(stet);
});

test('a damaged snapshot is reported, kept as a copy, and rebuilt from the history', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  corrupt(files.snapshot, 'The port says');
  await reopen(stet);
  await expect(stet.notices.errors).toHaveText(
    /^The file with the state of this article was damaged .* It is kept as review\.json\.damaged-.* nothing is lost\.$/,
  );
  await expectBothClaims(stet);
  expect(files.listDamagedCopies()).toHaveLength(1);

  await stet.press('x');
  await stet.status.waitUntilSaved();
  await stet.restart();
  await stet.library.open(title);
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.verdict('Can’t verify')).toBeChecked();
  await expect(stet.notices.errors).toHaveCount(0);
});

test('a damaged line in the history is reported, and the article is shown as far as possible, read-only', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  // Damages the note, which is in a line before that of the second claim.
  corrupt(files.history, 'The port says');
  const before = files.hashFiles();
  await reopen(stet);
  await expect(stet.notices.errors).toHaveText(
    /^Line 3 of this article’s history \(history\.jsonl\) is damaged\. .*not edited; the file is kept as it is/,
  );
  await expect(stet.status.saveState).toHaveText('Read-only');
  await expectBothClaims(stet);
  await stet.press('v');
  await stet.article.select('built in 1986');
  await stet.press('c');
  await expect(stet.claims.rows).toHaveCount(2);
  await expect(stet.card.note).not.toBeEditable();
  await stet.close();
  expect(files.hashFiles()).toEqual(before);
});

test('an incomplete last line was never acknowledged, so it is replaced by the next edit without a message', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const lines = files.readLines();
  appendFileSync(files.history, lines.at(-1)?.slice(0, 200) ?? '');
  await reopen(stet);
  await expectBothClaims(stet);
  await expect(stet.notices.section.locator('p')).toHaveCount(0);
  await stet.press('x');
  await stet.status.waitUntilSaved();
  expect(files.readLines().slice(0, -1)).toEqual(lines);
});

test('a damaged or missing list of articles is rebuilt from the articles', async ({ stet, userData }) => {
  const list = join(userData, 'library', 'library.json');
  corrupt(list, title);
  await stet.relaunch();
  await stet.goToLibrary();
  await expect(stet.library.row(title)).toContainText('2 claims, all checked');
  await expect(stet.notices.errors).toHaveText(
    /^The file with the list of articles was damaged .* kept as library\.json\.damaged-.* made again from the articles/,
  );
  await stet.close();

  rmSync(list, { force: true });
  await stet.relaunch();
  await expect(stet.library.row(title)).toContainText('2 claims, all checked');
  await expect(stet.notices.errors).toHaveCount(0);
});

test('an article of a newer version of Stet is shown read-only and left unchanged', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const snapshot = decodeChecksummed(readFileSync(files.snapshot));
  if (!snapshot.ok) throw new Error(snapshot.reason);
  writeFileSync(
    files.snapshot,
    encodeChecksummed('stet-review', 2, { ...Object(snapshot.data), mood: 'hopeful' }),
  );
  const written = readFileSync(files.snapshot, 'utf8');
  await reopen(stet);
  await expect(stet.notices.errors).toHaveText(
    /^A newer Stet worked on this article\. .*Update Stet to edit it\.$/,
  );
  await expect(stet.status.saveState).toHaveText('Read-only');
  await expectBothClaims(stet);
  await stet.close();
  expect(readFileSync(files.snapshot, 'utf8')).toBe(written);
  expect(files.listDamagedCopies()).toEqual([]);
});

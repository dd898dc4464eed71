import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { decodeChecksummed, encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { ArticleFiles, corrupt } from '../support/library/stored-files.ts';

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

test('a damaged history is repaired when the article is opened, and its account is shown and kept', {
  tag: '@core',
}, async ({ stet, userData }) => {
  const files = new ArticleFiles(userData);
  const before = files.hashFiles();
  corrupt(files.history, 'The port says');
  await reopen(stet);
  await expect(stet.notices.errors).toHaveText(
    /^The history of this article \(history\.jsonl\) was damaged and is repaired\. What was done in changes 3 to .* snapshot .* kept as history\.jsonl\.damaged-/,
  );
  await expectBothClaims(stet);
  await stet.press('x');
  await stet.status.waitUntilSaved();
  expect(files.listDamagedCopies()).toHaveLength(1);
  await stet.press('Control+z');
  await stet.restart();
  await stet.library.open(title);
  await expect(stet.notices.errors).toHaveCount(0);
  await expectBothClaims(stet);
  expect(files.hashFiles()).not.toEqual(before);
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

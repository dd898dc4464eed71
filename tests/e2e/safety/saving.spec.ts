import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';
import { Disk } from '../support/system/disk.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

test.beforeEach(async ({ stet, guard, answerDialogs }) => {
  // A failed test would otherwise wait at the question whether to discard unsaved edits.
  await answerDialogs({ button: 1 });
  guard.allow(/^main's log: .*(?:notSaved|could not be (?:written|stored))/);
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.status.waitUntilSaved();
});

test('“Saved” appears only when the edit is on the disk', { tag: '@core' }, async ({ stet }) => {
  const disk = await Disk.intercept(stet.app);
  await disk.pauseSync();
  await stet.press('v');
  await expect(stet.article.claimMarks(1)).toHaveAttribute('aria-description', 'Claim 1, Verified');
  await expect(stet.status.saveState).toHaveText('Saving…');
  await stet.press('d');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.status.saveState).toHaveText('Saving…');
  await disk.resumeSync();
  await stet.status.waitUntilSaved();
});

test('while the disk is full, a copy of the article is saved elsewhere with the edits that wait, which stay in the window', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('ENOSPC', join(userData, 'library'));
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('1 edit kept here');
  await answerDialogs({ open: files });
  await stet.page.getByRole('button', { name: 'Save a copy…' }).click();
  await expect(stet.notices.messages).toContainText('with 1 edit that could not be saved here');
  const [name = ''] = readdirSync(files).filter((one) => one.startsWith('Copy of '));
  const articles = join(files, name, 'articles');
  const [id = ''] = readdirSync(articles);
  const lines = readFileSync(join(articles, id, 'history.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(JSON.parse(lines.at(-1) ?? '').change.action).toBe('claim.verdict');
  await expect(stet.status.saveState).toContainText('1 edit kept here');
  await disk.allowWrites();
  await stet.status.waitUntilSaved();
});

test('while the disk is full, edits stay in the window, the status says why, and later edits wait', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const before = files.readChanges().length;
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('ENOSPC');

  await stet.card.note.fill('The port says 1.1 million.');
  await expect(stet.status.saveState).toHaveText(
    /^Not saved(?: for certain)? \(1 edit kept here\): the disk is full\..* Make room on the disk/,
  );
  await stet.press('Tab');
  await stet.article.select('€40 million');
  await stet.press('d');
  await expect(stet.status.saveState).toContainText('2 edits kept here');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  expect(files.readLines()).toHaveLength(before);

  await stet.bar.library.click();
  await expect(stet.notices.messages).toContainText(
    'This article stays open until its last edits are saved.',
  );
  await stet.bar.undo.click();
  await expect(stet.notices.errors).toContainText('this works again once they are saved');
  await expect(stet.card.words).toHaveText('€40 million');

  // The button tries again at once, which fails while the disk is full.
  const again = stet.page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(stet.status.saveState).toContainText('2 edits kept here');
  await disk.allowWrites();
  // The app also tries again by itself, and may be faster than this click.
  await again.click({ timeout: 2_000 }).catch(() => undefined);
  await stet.status.waitUntilSaved();
  const after = files.readChanges().slice(before);
  expect(after.map(({ action }) => action)).toEqual(['claim.edit', 'claim.mark']);

  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.note).toHaveValue('The port says 1.1 million.');
  await stet.claims.row('€40 million').click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.notices.errors).toHaveCount(0);
});

import { mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { ArticleFiles, corrupt } from '../support/library/stored-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

const title = 'Ferry to stop in May';

/** The names of the backups in the folder, oldest first. */
function listBackupNames(folder: string): string[] {
  const [set] = readdirSync(folder);
  return set === undefined ? [] : readdirSync(join(folder, set, 'backups')).sort();
}

/** Chooses the folder in the settings, and waits for the first backup. */
async function turnOn(stet: Stet): Promise<void> {
  await stet.press('Control+,');
  await stet.backups.chooseAnother.click();
  await expect(stet.backups.status).toHaveText(/^Last backup: .*, with 1 article, read back and verified\.$/);
  await stet.settings.done.click();
}

test('a changed article is backed up after it is left, and comes back after it was deleted', {
  tag: '@core',
}, async ({ stet, files, answerDialogs }) => {
  await answerDialogs({ open: files });
  await turnOn(stet);
  await stet.article.select('1.2 million people');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await stet.goToLibrary();
  await expect.poll(() => listBackupNames(files).length).toBe(2);

  await stet.library.moveToBin(title);
  await stet.library.openBin();
  await stet.library.deleteForGood(title);
  await expect(stet.library.deleteDialog).toContainText(/^.*2 backups still hold it/);
  await stet.library.deleteDialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(stet.library.deleteDialog).toHaveCount(0);

  await stet.library.settings.click();
  await stet.backups.restore.click();
  await expect(stet.backups.article(title)).toContainText('Not in the library any more.');
  await stet.backups.article(title).getByRole('button', { name: 'Restore' }).click();
  await expect(stet.notices.section).toContainText(`“${title}” is restored.`);
  await expect(stet.backups.article(title)).toContainText('Comes back beside the one in the library.');
  await stet.notices.section.getByRole('button', { name: 'Open' }).click();
  await expect(stet.claims.row('1.2 million people')).toBeVisible();
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
});

test('a whole library comes back in a folder of its own, and is opened beside the present one', async ({
  stet,
  files,
  userData,
  answerDialogs,
}) => {
  const [backups, restored] = [join(files, 'backups'), join(files, 'restored')];
  for (const folder of [backups, restored]) mkdirSync(folder);
  await stet.article.select('1.2 million people');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await answerDialogs({ open: backups });
  await turnOn(stet);
  await stet.press('Control+,');
  await stet.backups.restore.click();
  await answerDialogs({ open: restored });
  await stet.backups.restoreLibrary.click();
  await expect(stet.notices.section).toContainText(/The library is restored into .*Stet library of /);
  await stet.backups.restoreDialog.getByRole('button', { name: 'Close' }).click();

  // Later edits of one library are not in the other.
  await stet.claims.row('1.2 million people').click();
  await stet.press('v');
  await stet.status.waitUntilSaved();
  const present = new ArticleFiles(userData).hashFiles();
  const [name = ''] = readdirSync(restored);
  await stet.press('Control+,');
  await answerDialogs({ open: join(restored, name) });
  await stet.settings.openAnother.click();
  // The page is loaded again, with the article that was open.
  await expect(stet.settings.dialog).toBeHidden();
  await stet.library.open(title);
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await stet.press('x');
  await stet.status.waitUntilSaved();
  expect(new ArticleFiles(userData).hashFiles()).toEqual(present);
  // Before the folder of the user's files is removed, with the library in it.
  await stet.close();
});

test('an empty folder in the place of the backup drive is a question, and is filled only when the reviewer says so', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const [folder, away] = [join(files, 'backups'), join(files, 'away')];
  mkdirSync(folder);
  await answerDialogs({ open: folder });
  await turnOn(stet);
  renameSync(folder, away);
  mkdirSync(folder);

  // A backup that is due says it once, calmly, and nothing is written.
  const calm = 'Not backed up: the backup drive isn’t connected, or its backups were removed.';
  await stet.article.select('€40 million');
  await stet.press('d');
  await stet.status.waitUntilSaved();
  await stet.goToLibrary();
  await expect(stet.notices.messages).toContainText(calm);
  await stet.notices.section.getByRole('button', { name: 'Settings' }).click();
  await expect(stet.backups.status).toContainText('Nothing is backed up until they are back');
  await expect(stet.backups.backUpNow).toHaveCount(0);
  await expect(stet.backups.restore).toHaveCount(0);
  await stet.backups.lookAgain.click();
  await expect(stet.notices.section).toContainText('The backup folder still has no backups of this library.');
  await expect(stet.notices.errors).toHaveCount(0);
  expect(readdirSync(folder)).toEqual([]);

  // The drive is connected again.
  rmdirSync(folder);
  renameSync(away, folder);
  await stet.backups.lookAgain.press('Enter');
  await expect(stet.notices.section).toContainText('Backed up and read back.');
  await expect(stet.backups.backUpNow).toBeFocused();
  expect(listBackupNames(folder)).toHaveLength(2);

  // Its backups are gone for good.
  renameSync(folder, away);
  mkdirSync(folder);
  await stet.settings.done.click();
  await stet.press('Control+,');
  await stet.backups.beginNewSet.click();
  await expect(stet.backups.status).toHaveText(/^Last backup: .*, with 1 article, read back and verified\.$/);
  expect(listBackupNames(folder)).toHaveLength(1);
  expect(listBackupNames(away)).toHaveLength(2);
});

test('checking the library says that all is whole, and names a file that was damaged outside of Stet', async ({
  stet,
  files,
  userData,
  answerDialogs,
}) => {
  await answerDialogs({ open: files });
  await turnOn(stet);
  await stet.chooseMenuItem('File', 'Check library…');
  await expect(stet.backups.checkDialog.getByRole('status')).toContainText('The library is whole.');
  await expect(stet.backups.checkDialog).toContainText(/Verified: 1 article, 1 change, 1 draft/);
  await expect(stet.backups.checkDialog).toContainText(/Verified: 1 backup, which holds \d contents/);

  const { folder } = new ArticleFiles(userData);
  const [draft = ''] = readdirSync(join(folder, 'drafts'));
  corrupt(join(folder, 'drafts', draft), 'million');
  await stet.backups.checkDialog.getByRole('button', { name: 'Check again' }).click();
  await expect(stet.backups.findings).toHaveCount(1);
  await expect(stet.backups.findings).toContainText(`drafts/${draft}`);
  await expect(stet.backups.findings).toContainText('It can be restored from a backup.');
  await stet.backups.checkDialog.getByRole('button', { name: 'Make 1 repair' }).click();
  await expect(stet.backups.checkDialog.getByRole('status')).toContainText('The library is whole.');
});

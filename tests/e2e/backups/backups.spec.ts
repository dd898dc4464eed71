import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';
import { ArticleFiles, corrupt } from '../support/library/article-files';

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

test('backups are off until a folder is chosen, and then the first one is made', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await stet.press('Control+,');
  await expect(stet.backups.part).toContainText('one a day for 14 days');
  await expect(stet.backups.part).toContainText('Stet backups');
  await answerDialogs({});
  await stet.backups.chooseAnother.click();
  await expect(stet.backups.useProposed).toBeVisible();
  await stet.settings.done.click();
  await answerDialogs({ open: files });
  await turnOn(stet);
  expect(listBackupNames(files)).toHaveLength(1);
  await expect(stet.notices.section).toContainText('Backed up and read back.');
});

test('a changed article is backed up after it is left, and comes back after it was deleted', async ({
  stet,
  files,
  answerDialogs,
}) => {
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

test('an article is removed from the backups as well when the reviewer wants that', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await answerDialogs({ open: files });
  await turnOn(stet);
  await stet.goToLibrary();
  await stet.library.moveToBin(title);
  await stet.library.openBin();
  await stet.library.deleteForGood(title);
  await stet.library.deleteDialog.getByRole('checkbox', { name: 'Remove it from the backups' }).check();
  await stet.library.deleteDialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(stet.library.deleteDialog).toHaveCount(0);
  await stet.library.settings.click();
  await stet.backups.restore.click();
  await expect(stet.backups.restoreDialog).toContainText('This backup holds no article.');
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

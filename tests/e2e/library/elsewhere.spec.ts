import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { storeArticle } from '../support/library/store-article';
import { expectNoViolations } from '../support/page/axe';
import { tabTo } from '../support/page/tab-to';
import { getShownDialogs } from '../support/system/dialogs';
import { Disk } from '../support/system/disk';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

// Before the folder of the user's files is removed, with the library that the specs have in it.
test.afterEach(async ({ stet, answerDialogs }) => {
  await answerDialogs({ button: 1 });
  await stet.close();
});

test.beforeEach(async ({ stet, guard, answerDialogs }) => {
  guard.allow(/^main's log: /);
  await answerDialogs({ button: 1 });
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.status.waitUntilSaved();
});

/** The library's folder, and a new empty folder in which it can go on. */
function prepareFolders(userData: string, files: string) {
  const target = join(files, 'elsewhere');
  mkdirSync(target);
  return { library: join(userData, 'library'), target };
}

/** The actions in the history of the only article of a library, oldest first. */
function readActions(library: string): string[] {
  const [id = ''] = readdirSync(join(library, 'articles'));
  const lines = readFileSync(join(library, 'articles', id, 'history.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line).change.action);
}

test('while the disk is full, Stet goes on in another folder by keyboard, with every edit and the same selection', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  const { library, target } = prepareFolders(userData, files);
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('ENOSPC', library);
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('the disk is full');
  await stet.article.select('€40 million');
  await stet.press('d');
  await expect(stet.status.saveState).toContainText('2 edits kept here');
  const before = readActions(library);

  await tabTo(stet, stet.elsewhere.open);
  await stet.press('Enter');
  await expect(stet.elsewhere.dialog).toContainText('2 edits can’t be saved.');
  await expect(stet.elsewhere.dialog).toContainText(library);
  await expectNoViolations(stet, 'question whether to go on elsewhere');
  await answerDialogs({ open: target });
  await tabTo(stet, stet.elsewhere.chooseFolder);
  await stet.press('Enter');
  await expect(stet.elsewhere.outcome.getByRole('status')).toHaveText('All your edits are saved.');
  await expect(stet.elsewhere.outcome).toContainText(target);
  await expect(stet.elsewhere.outcome).toContainText(library);
  await expect(stet.elsewhere.close).toBeFocused();
  await expectNoViolations(stet, 'what is where after Stet went on elsewhere');
  await stet.press('Enter');

  await stet.status.waitUntilSaved();
  await expect(stet.card.words).toHaveText('€40 million');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  expect(readActions(library)).toEqual(before);
  expect(readActions(target)).toEqual([...before, 'claim.verdict', 'claim.mark']);

  // The disk of the former folder is still full, and the next start opens the new one.
  await stet.card.note.fill('The port says 38 million.');
  await stet.press('Tab');
  await stet.status.waitUntilSaved();
  await stet.bar.undo.click();
  await expect(stet.card.note).toHaveValue('');
  await stet.restart();
  await stet.library.open(ferryTitle);
  await expect(stet.claims.rows).toHaveCount(2);
  await expect(stet.notices.errors).toHaveCount(0);
  await stet.press('Control+,');
  await expect(stet.settings.library).toContainText(target);
});

test('a question that is cancelled, and a folder that can’t be used, leave everything as it was', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  const library = join(userData, 'library');
  writeFileSync(join(files, 'notes.txt'), '');
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('EROFS', library);
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('the disk is write-protected');
  await stet.elsewhere.open.click();
  await stet.press('Escape');
  await expect(stet.elsewhere.dialog).toBeHidden();
  await expect(stet.elsewhere.open).toBeFocused();

  await stet.elsewhere.open.click();
  await answerDialogs({});
  await stet.elsewhere.chooseFolder.click();
  await expect(stet.elsewhere.chooseFolder).not.toHaveAttribute('aria-disabled', 'true');
  await answerDialogs({ open: files });
  await stet.elsewhere.chooseFolder.click();
  await expect(stet.elsewhere.problem).toHaveText(/ is not empty\. The library was not copied\./);
  await stet.elsewhere.cancel.click();
  await expect(stet.status.saveState).toContainText('1 edit kept here');
  await expect(stet.card.verdict('Verified')).toBeChecked();
  expect(readdirSync(files)).toEqual(['notes.txt']);

  await disk.allowWrites();
  await stet.status.waitUntilSaved();
  expect(readActions(library).at(-1)).toBe('claim.verdict');
});

test('a folder that is gone gives up the other articles after a question, and the open one is saved whole', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  const { library, target } = prepareFolders(userData, files);
  await stet.close();
  await storeArticle(userData, 'The mill\n\nThe mill closed in 1974.');
  await stet.relaunch();
  await stet.library.open(ferryTitle);
  await stet.claims.row('1.2 million people').click();
  renameSync(library, join(files, 'unplugged'));
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('is gone');

  await stet.elsewhere.open.click();
  await answerDialogs({ open: target, button: 1 });
  await stet.elsewhere.chooseFolder.click();
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toContainEqual(expect.objectContaining({ message: 'Go on without 1 of 2 articles?' }));
  await expect(stet.elsewhere.chooseFolder).not.toHaveAttribute('aria-disabled', 'true');
  expect(readdirSync(target)).toEqual([]);
  await answerDialogs({ open: target, button: 0 });
  await stet.elsewhere.chooseFolder.click();
  await expect(stet.elsewhere.outcome.getByRole('status')).toHaveText('All your edits are saved.');
  await expect(
    stet.elsewhere.outcome.getByRole('list', { name: 'Articles that could not be read' }),
  ).toHaveText('The mill');
  await stet.elsewhere.close.click();
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await stet.bar.library.click();
  await expect(stet.library.rows).toHaveCount(1);
  expect(readActions(target)).toEqual(['article.open', 'claim.mark', 'claim.verdict']);
  expect(existsSync(library)).toBe(false);
  expect(readdirSync(join(files, 'unplugged', 'articles'))).toHaveLength(2);
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { storeArticle, storeReviewerName } from '../support/library/store-article.ts';

test.use({ reviewer: 'Ada', article: ferryText });

// Before the folder of the user's files is removed, with the library that some specs have in it.
test.afterEach(({ stet }) => stet.close());

/** All changes of the only article of a library, oldest first. */
function readChanges(library: string): { action: string; by: string | null }[] {
  const [id = ''] = readdirSync(join(library, 'articles'));
  const lines = readFileSync(join(library, 'articles', id, 'history.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line).change);
}

async function judge(stet: Stet, words: string): Promise<void> {
  await stet.article.select(words);
  await stet.press('v');
  await stet.status.waitUntilSaved();
}

/** Opens the settings from wherever the window is. */
async function openSettings(stet: Stet): Promise<void> {
  await stet.press('Control+,');
  await expect(stet.settings.dialog).toBeVisible();
}

test('a library that is not there is asked about, and opened once it is there again', {
  tag: '@core',
}, async ({ stet, userData }) => {
  const library = join(userData, 'library');
  await judge(stet, '1.2 million people');
  await stet.close();
  renameSync(library, join(userData, 'renamed'));
  await stet.relaunch();
  await expect(stet.missingLibrary.heading).toHaveText('Your library isn’t there.');
  await expect(stet.missingLibrary.main).toContainText(library);
  await expect(stet.missingLibrary.main).toContainText('no new library was started');

  // Neither keys nor menus open anything without a library.
  await stet.press('Control+o');
  await stet.chooseMenuItem('File', 'Paste article…');
  await expect(stet.pasteDialog.dialog).toBeHidden();
  await stet.missingLibrary.tryAgain.click();
  await expect(stet.missingLibrary.status).toHaveText('Stet looked again: nothing has changed.');
  expect(existsSync(library)).toBe(false);

  renameSync(join(userData, 'renamed'), library);
  await stet.missingLibrary.tryAgain.click();
  await stet.library.open(ferryTitle);
  await expect(stet.claims.row('1.2 million people')).toBeVisible();
  await judge(stet, 'built in 1986');
  expect(readChanges(library)).toHaveLength(3);
});

test('a library that was put elsewhere is found, and a folder that is none is refused', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  await stet.close();
  renameSync(join(userData, 'library'), join(files, 'elsewhere'));
  mkdirSync(join(files, 'photos'));
  writeFileSync(join(files, 'photos', 'ferry.jpg'), '');
  await stet.relaunch();
  await answerDialogs({ open: join(files, 'photos') });
  await stet.missingLibrary.find.click();
  await expect(stet.notices.errors).toHaveText(/^“photos” is not a library of Stet: .* Nothing was opened\./);
  await expect(stet.missingLibrary.heading).toBeVisible();

  await answerDialogs({ open: join(files, 'elsewhere') });
  await stet.missingLibrary.find.click();
  await stet.library.open(ferryTitle);
  await judge(stet, '1.2 million people');
  await stet.restart();
  await stet.library.open(ferryTitle);
  await expect(stet.claims.rows).toHaveCount(1);
  expect(existsSync(join(userData, 'library'))).toBe(false);
});

for (const { name, parent } of [
  { name: 'on the same file system', parent: null },
  { name: 'to another file system', parent: '/dev/shm' },
])
  test(`a library is moved with its articles ${name}, and editing goes on`, async ({
    stet,
    userData,
    files,
    answerDialogs,
  }) => {
    test.skip(parent !== null && !existsSync(parent), 'there is no other file system');
    const folder = parent === null ? files : mkdtempSync(join(parent, 'stet-'));
    try {
      const target = join(folder, 'moved');
      mkdirSync(target);
      await judge(stet, '1.2 million people');
      // A note that is being typed is saved before the move.
      await stet.card.note.click();
      await stet.page.keyboard.insertText('The port says 1.1 million.');
      await openSettings(stet);
      await answerDialogs({ open: userData });
      await stet.settings.move.click();
      await expect(stet.notices.errors).toHaveText(/ is not empty\. The library was not moved\./);
      await answerDialogs({ open: target });
      await stet.settings.move.click();
      await expect(stet.movingLibrary.heading).toHaveText('The library was moved.');
      await expect(stet.movingLibrary.main).toContainText(target);
      await stet.movingLibrary.openLibrary.click();
      await stet.library.open(ferryTitle);
      await stet.claims.row('1.2 million people').click();
      await expect(stet.card.note).toHaveValue('The port says 1.1 million.');
      await judge(stet, 'built in 1986');

      await stet.restart();
      await stet.library.open(ferryTitle);
      await expect(stet.claims.rows).toHaveCount(2);
      await expect(stet.notices.errors).toHaveCount(0);
      expect(existsSync(join(userData, 'library'))).toBe(false);
      expect(readdirSync(target)).not.toContain('move.json');
      expect(readChanges(target)).toHaveLength(4);
    } finally {
      await stet.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

test('another person who opens a library signs with their own name', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const beas = join(files, 'bea');
  await storeReviewerName(beas, 'Bea');
  await storeArticle(beas, 'The mill\n\nThe mill closed in 1974.');

  await openSettings(stet);
  await answerDialogs({ open: join(beas, 'library') });
  await stet.settings.openAnother.click();
  await expect(stet.library.row('The mill')).toBeVisible();
  await stet.access.workInLibrary.click();
  await expect(stet.access.workInLibrary).toBeHidden();
  await stet.library.open('The mill');
  await judge(stet, 'closed in 1974');
  expect(readChanges(join(beas, 'library')).map(({ by }) => by)).toEqual(['Bea', 'Ada']);
  await openSettings(stet);
  await expect(stet.settings.name).toHaveValue('Ada');
});

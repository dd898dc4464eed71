import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { askedDialogs } from '../support/system/dialogs';
import { Disk } from '../support/system/disk';
import { ArticleFiles } from '../support/library/article-files';
import type { Stet } from '../support/electron/stet';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

declare global {
  var stetCancelSaving: (() => void) | undefined;
}

/** Presses the window's own button; resolves when the app is gone. */
async function closeWindow(stet: Stet): Promise<void> {
  const gone = stet.app.waitForEvent('close');
  await pressClose(stet);
  await gone;
}

async function pressClose(stet: Stet): Promise<void> {
  // Not awaited in main: it may be gone before it could answer.
  await stet.app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
  });
}

/** The system's save dialog stays open until the test cancels it. */
async function keepSaveDialogOpen(stet: Stet): Promise<void> {
  await stet.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        globalThis.stetCancelSaving = () => resolve({ canceled: true, filePath: '' });
      });
  });
}

/** Waits until the save dialog is open. */
async function waitForSaveDialog(stet: Stet): Promise<void> {
  await expect.poll(() => stet.app.evaluate(() => globalThis.stetCancelSaving !== undefined)).toBe(true);
}

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.status.saved();
});

test('closing the window while a note is being typed keeps the note, and so does quitting', async ({
  stet,
}) => {
  const typeAndGo = async (words: string, go: () => Promise<void>) => {
    await stet.card.note.fill('');
    await stet.card.note.click();
    await stet.page.keyboard.insertText(words);
    await go();
    await stet.relaunch();
    await stet.library.open('Ferry to stop in May');
    await stet.claims.rows.first().click();
    await expect(stet.card.note).toHaveValue(words);
  };
  await typeAndGo('The port says 1.1 mill', () => closeWindow(stet));
  await typeAndGo('Half a sen', () => stet.close());
});

test('closing while a report is being exported asks first', async ({ stet, answerDialogs }) => {
  await answerDialogs({ box: 0 });
  await keepSaveDialogOpen(stet);
  await stet.exporting.open();
  await stet.exporting.save.click();
  await waitForSaveDialog(stet);
  await pressClose(stet);
  await expect
    .poll(() => askedDialogs(stet.app))
    .toEqual([expect.objectContaining({ message: '“Exporting the report” is not done yet.' })]);
  await expect(stet.exporting.dialog).toBeVisible();
  await stet.app.evaluate(() => globalThis.stetCancelSaving?.());
  await expect(stet.exporting.save).toBeEnabled();
  await stet.exporting.cancel.click();
});

test('closing while a report waits for the last edits to be saved asks first', async ({
  stet,
  answerDialogs,
}) => {
  await answerDialogs({ box: 0 });
  await keepSaveDialogOpen(stet);
  const disk = await Disk.of(stet.app);
  await disk.hold();
  await stet.press('v');
  await stet.exporting.open();
  await stet.exporting.save.click();
  await expect(stet.exporting.dialog.getByRole('button', { name: 'Saving …' })).toBeVisible();
  await pressClose(stet);
  await disk.letGo();
  await expect
    .poll(() => askedDialogs(stet.app))
    .toEqual([expect.objectContaining({ message: '“Exporting the report” is not done yet.' })]);
  await waitForSaveDialog(stet);
  await stet.app.evaluate(() => globalThis.stetCancelSaving?.());
  await expect(stet.exporting.save).toBeEnabled();
  await stet.exporting.cancel.click();
});

test('closing while saving fails asks first, and what was not saved stays as long as the window is kept', async ({
  stet,
  guard,
  answerDialogs,
  userData,
}) => {
  guard.allow(/^main's log: .*(?:notSaved|could not be (?:written|stored))/);
  const files = new ArticleFiles(userData);
  const before = files.lines();
  const disk = await Disk.of(stet.app);
  await disk.refuse('ENOSPC');
  await stet.press('v');
  await expect(stet.status.saving).toContainText('the disk is full');

  await answerDialogs({ box: 0 });
  await pressClose(stet);
  await expect
    .poll(() => askedDialogs(stet.app))
    .toEqual([
      expect.objectContaining({
        message: '1 edit is not saved yet.',
        buttons: ['Keep open', 'Close anyway'],
        cancelId: 0,
      }),
    ]);
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await expect(stet.status.saving).toContainText('1 edit kept here');

  await answerDialogs({ box: 1 });
  await closeWindow(stet);
  expect(files.lines()).toEqual(before);
  await stet.relaunch();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.rows.first().click();
  await expect(stet.card.verdict('Unchecked')).toBeChecked();
  await expect(stet.notices.problems).toHaveCount(0);
});

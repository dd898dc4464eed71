import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';
import { ArticleFiles } from '../support/library/article-files';
import { getShownDialogs } from '../support/system/dialogs';
import { Disk } from '../support/system/disk';

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
  await stet.status.waitUntilSaved();
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
  await answerDialogs({ button: 0 });
  await keepSaveDialogOpen(stet);
  await stet.exportDialog.open();
  await stet.exportDialog.save.click();
  await waitForSaveDialog(stet);
  await pressClose(stet);
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([expect.objectContaining({ message: '“Exporting the report” is not done yet.' })]);
  await expect(stet.exportDialog.dialog).toBeVisible();
  await stet.app.evaluate(() => globalThis.stetCancelSaving?.());
  await expect(stet.exportDialog.save).toBeEnabled();
  await stet.exportDialog.cancel.click();
});

test('closing while a report waits for the last edits to be saved asks first', async ({
  stet,
  answerDialogs,
}) => {
  await answerDialogs({ button: 0 });
  await keepSaveDialogOpen(stet);
  const disk = await Disk.intercept(stet.app);
  await disk.pauseSync();
  await stet.press('v');
  await stet.exportDialog.open();
  await stet.exportDialog.save.click();
  await expect(stet.exportDialog.dialog.getByRole('button', { name: 'Saving…' })).toBeVisible();
  await pressClose(stet);
  await disk.resumeSync();
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([expect.objectContaining({ message: '“Exporting the report” is not done yet.' })]);
  await waitForSaveDialog(stet);
  await stet.app.evaluate(() => globalThis.stetCancelSaving?.());
  await expect(stet.exportDialog.save).toBeEnabled();
  await stet.exportDialog.cancel.click();
});

test('closing while saving fails asks first, and what was not saved stays as long as the window is kept', async ({
  stet,
  guard,
  answerDialogs,
  userData,
}) => {
  guard.allow(/^main's log: .*(?:notSaved|could not be (?:written|stored))/);
  const files = new ArticleFiles(userData);
  const before = files.readLines();
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('ENOSPC');
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('the disk is full');

  await answerDialogs({ button: 0 });
  await pressClose(stet);
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([
      expect.objectContaining({
        message: '1 edit is not saved yet.',
        buttons: ['Keep open', 'Close anyway'],
        cancelId: 0,
      }),
    ]);
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await expect(stet.status.saveState).toContainText('1 edit kept here');

  await answerDialogs({ button: 1 });
  await closeWindow(stet);
  expect(files.readLines()).toEqual(before);
  await stet.relaunch();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.rows.first().click();
  await expect(stet.card.verdict('Unchecked')).toBeChecked();
  await expect(stet.notices.errors).toHaveCount(0);
});

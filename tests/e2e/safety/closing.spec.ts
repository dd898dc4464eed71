import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';
import { Disk } from '../support/system/disk.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

declare global {
  var stetCancelSaving: (() => void) | undefined;
}

/** Presses the window's close button, and waits until the app has quit. */
async function closeWindow(stet: Stet): Promise<void> {
  const closed = stet.app.waitForEvent('close');
  await stet.pressClose();
  await closed;
}

/** Keeps the system's save dialog open until the test cancels it. */
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

test('a note that is being typed is saved when the window closes and when the app quits', async ({
  stet,
}) => {
  const typeAndLeave = async (text: string, leave: () => Promise<void>) => {
    await stet.card.note.fill('');
    await stet.card.note.click();
    await stet.page.keyboard.insertText(text);
    await leave();
    await stet.relaunch();
    await stet.library.open('Ferry to stop in May');
    await stet.claims.rows.first().click();
    await expect(stet.card.note).toHaveValue(text);
  };
  await typeAndLeave('The port says 1.1 mill', () => closeWindow(stet));
  await typeAndLeave('Half a sen', () => stet.close());
});

test('closing asks first while a report is being exported', async ({ stet, answerDialogs }) => {
  await answerDialogs({ button: 0 });
  await keepSaveDialogOpen(stet);
  await stet.exportDialog.open();
  await stet.exportDialog.save.click();
  await waitForSaveDialog(stet);
  await stet.pressClose();
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([expect.objectContaining({ message: '“Exporting the report” is not done yet.' })]);
  await expect(stet.exportDialog.dialog).toBeVisible();
  await stet.app.evaluate(() => globalThis.stetCancelSaving?.());
  await expect(stet.exportDialog.save).toBeEnabled();
  await stet.exportDialog.cancel.click();
});

test('closing asks first while saving fails, and unsaved edits stay in the window that is kept open', async ({
  stet,
  guard,
  answerDialogs,
  userData,
}) => {
  guard.allow(/^main's log: .*(?:notSaved|could not be (?:written|stored))/);
  const files = new ArticleFiles(userData);
  const linesBefore = files.readLines();
  const disk = await Disk.intercept(stet.app);
  await disk.failWrites('ENOSPC');
  await stet.press('v');
  await expect(stet.status.saveState).toContainText('the disk is full');

  await answerDialogs({ button: 0 });
  await stet.pressClose();
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
  expect(files.readLines()).toEqual(linesBefore);
  await stet.relaunch();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.rows.first().click();
  await expect(stet.card.verdict('Unchecked')).toBeChecked();
  await expect(stet.notices.errors).toHaveCount(0);
});

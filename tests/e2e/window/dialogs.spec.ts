import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';

test.use({ reviewer: 'Ada' });

/** Presses Escape by an input event of the window, which works while a frame has the focus. */
async function pressEscape({ app }: Stet): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('bundle/index.html'),
    )?.webContents;
    contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' });
    contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Escape' });
  });
}

test('Escape closes every dialog, wherever the focus is in it, and restores the focus', async ({ stet }) => {
  const { page, article } = stet;
  const dialog = page.getByRole('dialog');
  const paste = stet.library.paste;
  await expect(page.getByRole('main')).toBeFocused();

  // The pasted text is empty, so the pressed button keeps the focus.
  await paste.click();
  await stet.pasteDialog.submit.click();
  await expect(stet.notices.errors).toHaveCount(1);
  await stet.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(paste).toBeFocused();

  await stet.pasteArticle();
  await expect(article.text).toBeFocused();
  const dialogs: [string, () => Promise<void>][] = [
    ['Keyboard shortcuts', () => stet.press('Shift+?')],
    ['Settings', () => stet.press('Control+,')],
    ['Article details', () => stet.chooseMenuItem('File', 'Article details…')],
    ['Links in the article', () => stet.chooseMenuItem('File', 'Links in the article…')],
    ['Drafts', () => stet.chooseMenuItem('File', 'Drafts…')],
    ['Apply corrections', () => stet.chooseMenuItem('Claim', 'Apply corrections…')],
    ['Open from the web', () => stet.chooseMenuItem('File', 'Open from the web…')],
    ['Paste an article', () => stet.chooseMenuItem('File', 'Paste article…')],
    ['Paste a new draft', () => stet.chooseMenuItem('File', 'Paste draft…')],
    ['Check library', () => stet.chooseMenuItem('File', 'Check library…')],
    ['About Stet', () => stet.chooseMenuItem('Help', 'About Stet')],
  ];
  for (const [title, open] of dialogs) {
    await open();
    // A click on plain text takes the focus from the dialog's controls.
    await page.getByRole('dialog', { name: title }).getByRole('heading', { name: title }).click();
    await stet.press('Escape');
    await expect(dialog, title).toHaveCount(0);
    await expect(article.text, title).toBeFocused();
  }
  await stet.bar.library.focus();
  await stet.press('Control+,', 'Escape');
  await expect(dialog).toHaveCount(0);
  await expect(stet.bar.library).toBeFocused();
});

test.describe(() => {
  test.use({ article: ferryText });

  test('Escape closes the export dialog after a cancelled save, and while its preview has the focus', async ({
    stet,
    answerDialogs,
  }) => {
    const { exportDialog, article } = stet;
    await answerDialogs({});
    await stet.press('Control+e');
    await exportDialog.save.click();
    await expect(exportDialog.save).toHaveText('Save report');
    await expect(exportDialog.save).toBeFocused();
    await stet.press('Escape');
    await expect(exportDialog.dialog).toBeHidden();
    await expect(article.text).toBeFocused();

    await exportDialog.open();
    await exportDialog.waitForPreview();
    // A frame loses the focus when its page has loaded.
    await expect(exportDialog.page.locator('footer')).toContainText('Made with Stet');
    const frame = exportDialog.dialog.locator('iframe');
    await frame.focus();
    await expect(frame).toBeFocused();
    await pressEscape(stet);
    await expect(exportDialog.dialog).toBeHidden();
    await expect(article.text).toBeFocused();
  });
});

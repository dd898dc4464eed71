import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import type { Stet } from '../support/electron/stet';
import { getShownDialogs } from '../support/system/dialogs';

test.use({ reviewer: 'Ada', article: ferryText });

/** Opens a file by a second start of Stet, as the file manager does. */
async function openFromFileManager({ app }: Stet, path: string): Promise<void> {
  writeFileSync(path, 'Another article\n\nIt says little.');
  await app.evaluate((electron, named) => {
    electron.app.emit('second-instance', {}, [process.execPath, named], '/');
  }, path);
}

test('a pause while typing loses none of the typed text', { tag: '@core' }, async ({ stet }) => {
  const { article, card } = stet;
  await article.select('1.2 million people');
  await stet.press('c', 'Enter');
  await stet.page.keyboard.type('hello ');
  await expect(card.history).toHaveCount(2);
  await stet.page.keyboard.type('world\n');
  await expect(card.history).toHaveCount(3);
  await stet.page.keyboard.type('again');
  await expect(card.note).toHaveValue('hello world\nagain');
  await card.note.blur();
  await stet.press('Control+z');
  await expect(card.note).toHaveValue('hello world');
});

test('a file that is opened from outside while a dialog is open waits until the dialog is closed', async ({
  stet,
  files,
}) => {
  await stet.article.details.click();
  await stet.details.byline.fill('By the port desk');
  await openFromFileManager(stet, join(files, 'another.txt'));
  await stet.details.save.click();
  await stet.preview.accept();
  await expect(stet.article.title('Another article')).toBeVisible();
  await stet.goToLibrary();
  await stet.library.open('Ferry to stop in May');
  await expect(stet.article.main).toContainText('By the port desk');
});

test('a half-filled source form is kept while the article is read and other claims are shown', async ({
  stet,
}) => {
  const { article, sourceForm, claims, card } = stet;
  await article.select('built in 1986');
  await stet.press('c');
  await article.select('1.2 million people');
  await stet.press('c', 's');
  await sourceForm.title.fill('Harbour ledger');
  await sourceForm.quote.fill('1,184,000 passengers');
  await article.click('3 May');
  await expect(sourceForm.quote).toHaveValue('1,184,000 passengers');
  await claims.row('built in 1986').click();
  await expect(card.words).toHaveText('built in 1986');
  await claims.row('1.2 million people').click();
  await card.addSource.click();
  await expect(sourceForm.title).toHaveValue('Harbour ledger');
  await sourceForm.attach.click();
  await expect(card.evidence).toContainText('1,184,000 passengers');
});

test('a verdict on the card is set on its own claim, whatever is selected', { tag: '@core' }, async ({
  stet,
}) => {
  const { article, card, claims } = stet;
  await article.select('1.2 million people');
  await stet.press('c');
  await article.select('built in 1986');
  await card.verdict('Disputed').click();
  await expect(claims.rows).toHaveCount(1);
  await expect(article.claimMarks(1)).toHaveAttribute('aria-description', 'Claim 1, Disputed');
});

test('keys still work after a verdict is set by mouse, and arrow keys do not change it', async ({ stet }) => {
  const { article, card } = stet;
  await article.select('1.2 million people');
  await stet.press('c');
  await card.verdict('Disputed').click();
  await expect(article.text).toBeFocused();
  await article.selectByKeyboard('It was built in 1986.', 'ArrowDown');
  await card.verdict('Disputed').focus();
  await stet.press('ArrowLeft', 'ArrowRight', 'ArrowRight', 'ArrowDown');
  await card.kind.focus();
  await stet.press('ArrowRight', 'f');
  await stet.status.waitUntilSaved();
  await expect(card.kind).toContainText('Not set');
  await expect(card.history).toHaveCount(2);
  await stet.press('Control+z');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await card.verdict('Disputed').click();
  await stet.chooseMenuItem('Edit', 'Undo');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await stet.press('v');
  await expect(card.verdict('Verified')).toBeChecked();
});

test('Delete on another row of the list deletes only its claim, and the next edit removes the offer to undo', async ({
  stet,
}) => {
  const { article, claims, notices } = stet;
  for (const words of ['built in 1986', '1.2 million people', '3 May']) {
    await article.select(words);
    await stet.press('c');
  }
  await expect(claims.current).toContainText('3 May');
  await claims.row('built in 1986').focus();
  await stet.press('Delete');
  await expect(claims.row('built in 1986')).toBeHidden();
  await expect(notices.messages).toContainText('Claim 2 deleted');
  // Another press deletes nothing, because no claim is current.
  await stet.press('Delete');
  await expect(claims.rows).toHaveText([/1\.2 million people/, /3 May/]);
  await claims.row('1.2 million people').click();
  await stet.press('v');
  await expect(notices.messages).toHaveCount(0);
});

test('a triple click selects the last paragraph, and Ctrl+A the whole article', async ({ stet }) => {
  const { article } = stet;
  const blocks = await article.readBlocks();
  const last = blocks.at(-1) ?? '';
  await article.text.locator('[data-start]').last().click({ clickCount: 3 });
  await expect(article.selectionBar).toBeVisible();
  await stet.press('c');
  await expect(stet.card.words).toHaveText(last.trim());
  await article.text.focus();
  await stet.press('Control+a');
  await stet.press('c');
  await expect(stet.card.words).toContainText(last.trim());
  await expect(stet.card.words).toContainText(blocks[0] ?? '');
});

test('an error can be read and closed while a dialog is open, and the dialog keeps the typed text', async ({
  stet,
}) => {
  await stet.chooseMenuItem('File', 'Paste article…');
  await stet.pasteDialog.text.fill(' \n ');
  await stet.pasteDialog.submit.click();
  await expect(stet.notices.errors).toHaveCount(1);
  const button = await stet.pasteDialog.submit.boundingBox();
  const message = await stet.notices.errors.boundingBox();
  const isBelow = button && message && button.y + button.height <= message.y;
  expect(isBelow, 'the message is below the buttons').toBe(true);
  await stet.notices.errors.getByRole('button', { name: 'Close' }).click();
  await expect(stet.notices.errors).toHaveCount(0);
  await expect(stet.pasteDialog.text).toHaveValue(' \n ');
  await stet.pasteDialog.submit.click();
  await expect(stet.notices.errors).toHaveCount(1);
  await stet.press('Escape');
  await expect(stet.notices.errors).toHaveCount(0);
});

test('closing the window asks first while a source form is half filled', { tag: '@core' }, async ({
  stet,
  answerDialogs,
}) => {
  await stet.article.select('1.2 million people');
  await stet.press('c', 's');
  await stet.sourceForm.quote.fill('1,184,000 passengers');
  await answerDialogs({ button: 0 });
  await stet.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('bundle/index.html'))
      ?.close(),
  );
  await expect
    .poll(() => getShownDialogs(stet.app))
    .toEqual([expect.objectContaining({ buttons: ['Keep open', 'Close anyway'] })]);
  await expect(stet.sourceForm.quote).toHaveValue('1,184,000 passengers');
  await stet.sourceForm.cancel.click();
});

test('an article that is opened by a double click opens once, and can be closed again', async ({ stet }) => {
  await stet.goToLibrary();
  await stet.page.getByRole('button', { name: 'Ferry to stop in May' }).dblclick();
  await expect(stet.article.title('Ferry to stop in May')).toBeVisible();
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.status.waitUntilSaved();
  await stet.goToLibrary();
  await expect(stet.library.row('Ferry to stop in May')).toContainText('1 claim checked');
});

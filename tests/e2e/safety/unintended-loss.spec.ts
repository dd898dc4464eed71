import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import type { Stet } from '../support/electron/stet.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';

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

test('closing the window asks first while a source form is half filled', { tag: '@core' }, async ({
  stet,
  answerDialogs,
}) => {
  await stet.article.select('1.2 million people');
  await stet.press('c', 's');
  await stet.sourceForm.quote.fill('1,184,000 passengers');
  await answerDialogs({ button: 0 });
  await stet.pressClose();
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

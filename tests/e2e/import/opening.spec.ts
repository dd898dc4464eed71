import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryParagraphs, ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { articleFile } from '../support/files/fixture-files.ts';
import { getShownDialogs } from '../support/system/dialogs.ts';

test('a file is opened by the button and by Ctrl+O, and cancelling the dialog changes nothing', {
  tag: '@core',
}, async ({ stet, files, answerDialogs }) => {
  const first = join(files, 'ferry.txt');
  writeFileSync(first, ferryText);
  await answerDialogs({ open: first });
  await stet.welcome.openFile.click();
  await stet.preview.accept();
  await expect(stet.article.title(ferryTitle)).toBeVisible();
  await expect(stet.article.main).toContainText('imported from ferry.txt');
  expect(await stet.article.readBlocks()).toEqual(ferryParagraphs);

  await answerDialogs({ open: articleFile('article.md') });
  await stet.press('Control+o');
  await stet.preview.accept();
  await expect(stet.article.title('Ferry to stop in May')).toBeVisible();
  await expect(stet.article.text.getByRole('heading', { name: 'In figures' })).toBeVisible();

  await answerDialogs({});
  await stet.press('Control+o');
  await expect.poll(() => getShownDialogs(stet.app)).toHaveLength(1);
  await expect(stet.article.text.getByRole('heading', { name: 'In figures' })).toBeVisible();
  await stet.goToLibrary();
  await expect(stet.library.rows).toHaveCount(2);
});

test('a text is pasted by the button and by Ctrl+V in the library', async ({ stet }) => {
  await stet.welcome.paste.click();
  await stet.pasteDialog.submitText(`${ferryText}\r\n\r\nA “mixed" quote,\u00a0and a no-break space.`);
  await stet.preview.accept();
  await expect(stet.article.title(ferryTitle)).toBeVisible();
  expect(await stet.article.readBlocks()).toEqual([
    ...ferryParagraphs,
    'A “mixed" quote,\u00a0and a no-break space.',
  ]);

  await stet.goToLibrary();
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('Second article\n\nIt has one sentence.'));
  await stet.press('Control+v');
  await expect(stet.preview.title).toHaveValue('Second article');
  await stet.preview.accept();
  await expect(stet.article.title('Second article')).toBeVisible();

  // Words that were selected in an article leave Chromium's caret somewhere else than the focus.
  await stet.article.select('one sentence');
  await stet.goToLibrary();
  await stet.app.evaluate(({ clipboard }) => clipboard.writeText('Third article\n\nIt has one word.'));
  await stet.press('Control+v');
  await expect(stet.preview.title).toHaveValue('Third article');
  await stet.preview.accept();
  await expect(stet.article.title('Third article')).toBeVisible();
});

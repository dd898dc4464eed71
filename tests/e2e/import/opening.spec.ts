import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryParagraphs, ferryText, ferryTitle } from '../support/articles/ferry-article';
import { articleFile } from '../support/files/fixture-files';
import { dropFiles } from '../support/page/drop';
import { getShownDialogs } from '../support/system/dialogs';

/** The lines of a plain text that are not blank, each unchanged. */
function splitLines(text: string): string[] {
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

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

test('the text of a file is shown unchanged, in every supported encoding and with any line endings', async ({
  stet,
}) => {
  const utf16le = new TextDecoder('utf-16le');
  const decoders = {
    'utf-16le-bom.txt': utf16le,
    'utf-16be-bom.txt': new TextDecoder('utf-16be'),
    'utf-16le.txt': utf16le,
    'utf-8-bom.txt': new TextDecoder(),
    'crlf.txt': new TextDecoder(),
    // Mixed quotes, no-break and invisible spaces, captions on two lines, boilerplate at the end.
    'untidy.txt': new TextDecoder(),
    'latin-1.txt': new TextDecoder('latin1'),
  };
  const expectParagraphs = async (name: string, paragraphs: string[]) => {
    await dropFiles(stet.page, articleFile(name));
    await stet.preview.accept();
    await expect(stet.article.main).toContainText(`imported from ${name}`);
    expect(await stet.article.readBlocks(), name).toEqual(paragraphs);
  };
  for (const [name, decoder] of Object.entries(decoders))
    await expectParagraphs(name, splitLines(decoder.decode(readFileSync(articleFile(name)))));
  await expectParagraphs('hard-wrapped.txt', [
    readFileSync(articleFile('hard-wrapped.txt'), 'utf8').trimEnd(),
  ]);
  // Node 20 decodes Windows-1252 as Latin-1, so the expected text is written here.
  await expectParagraphs('windows-1252.txt', [
    'Fähre fällt aus – „niemand wurde gefragt“',
    'Der Fahrplan gilt seit dem 3. März 2019. Die Überfahrt kostet 4,20 €, sagt der Fährmann.',
    'Im Café à l’Ancre heißt es: “Ça ne va pas.”',
  ]);
});

test('an encoding that a text does not declare is assumed, named, and can be changed in the preview', async ({
  stet,
}) => {
  await dropFiles(stet.page, articleFile('shift-jis.txt'));
  await expect(stet.preview.notices).toContainText('encoding is not declared; assumed Shift_JIS (Japanese)');
  await expect(stet.preview.blocks.first()).toContainText('記事の本文です。');
  await stet.preview.encoding.choose('EUC-JP (Japanese)');
  await expect(stet.preview.notices).toContainText('ead as EUC-JP (Japanese), as chosen in the preview');
  await expect(stet.preview.blocks.first()).not.toContainText('記事の本文です。');
  await stet.preview.encoding.choose('Shift_JIS (Japanese)');
  await expect(stet.preview.blocks.first()).toContainText('記事の本文です。');
  await stet.preview.accept();
  expect(await stet.article.readBlocks()).toEqual(['記事の本文です。二〇一九年三月十四日に開業します。']);
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

test('a file that can’t be opened gets a clear message and changes nothing', async ({ stet }) => {
  const messages = {
    'empty.txt': 'empty.txt is empty; nothing was changed.',
    'binary.txt': 'binary.txt is not a text file; nothing was changed.',
    'truncated-utf-8.txt': 'truncated-utf-8.txt can’t be read as text: it is UTF-8 with broken characters',
  };
  for (const [name, message] of Object.entries(messages)) {
    await dropFiles(stet.page, articleFile(name));
    await expect(stet.notices.errors.filter({ hasText: message })).toBeVisible();
    await stet.notices.close(message);
  }
  await stet.welcome.paste.click();
  await stet.pasteDialog.submitText(' \n \n');
  await expect(stet.notices.errors).toContainText('There are no words in what was pasted');
  await stet.pasteDialog.cancel.click();
  await stet.restart();
  await expect(stet.welcome.section).toBeVisible();
});

import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { writeLedger } from '../support/files/fixture-files.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
});

test('a source of another article is chosen by keyboard, and its files are copied', async ({
  stet,
  answerDialogs,
  files,
}) => {
  const { article, card, sourceForm: form } = stet;
  await answerDialogs({ open: writeLedger(files) });
  await stet.press('s');
  await form.title.fill('The harbour ledger');
  await form.fill({ Publisher: 'Harbour office', URL: 'https://harbour.example/ledger' });
  await form.primary.click();
  await form.attachFiles.click();
  await expect(form.newFile('ledger.txt')).toBeVisible();
  await form.attach.click();
  await stet.status.waitUntilSaved();

  await stet.goToLibrary();
  await stet.pasteArticle('A second article\n\nThe harbour counted 1,203,117 passengers.');
  await article.select('1,203,117 passengers');
  await stet.press('v', 's');
  await stet.page.keyboard.type('ledg');
  await expect(form.suggestion('The harbour ledger')).toContainText(`in “${ferryTitle}”`);
  await stet.press('ArrowDown', 'Enter');
  await expect(form.title).toHaveValue('The harbour ledger');
  await expect(form.publisher).toHaveValue('Harbour office');
  await expect(form.primary).toBeChecked();
  await expect(form.form).toContainText(`From “${ferryTitle}”. This is a copy`);
  await expect(form.form).toContainText('Its file is copied from the other article.');
  await form.quote.fill('1,203,117 passengers');
  await form.title.press('Enter');

  const evidence = card.evidenceFrom('The harbour ledger');
  await expect(evidence.getByRole('list', { name: 'Files' })).toContainText('ledger.txt');
  await expect(evidence).toContainText('The quote is in ledger.txt, line 2');
  await stet.status.waitUntilSaved();

  // Each article has its own copy, so removing the file here does not change the other article.
  await card.openSource('The harbour ledger');
  await stet.sourceCard.file('ledger.txt').getByRole('button', { name: 'Remove' }).click();
  await expect(stet.sourceCard.files).toHaveCount(0);
  await stet.goToLibrary();
  await stet.library.open(ferryTitle);
  await stet.press('j');
  await expect(card.evidenceFrom('The harbour ledger')).toContainText('ledger.txt');
});

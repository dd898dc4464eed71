import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { writeLedger } from '../support/files/ledger';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
});

test('one source can support several claims, and is found again by typing its name', async ({ stet }) => {
  const { article, card, sourceForm: form } = stet;
  await stet.press('s');
  await form.title.fill('Harbour statistics 2019');
  await form.fill({ Publisher: 'Harbour office', 'Place in the source': 'row 12' });
  await form.primary.click();
  await form.attach.click();

  await article.select('built in 1986');
  await stet.press('d', 's');
  await form.title.pressSequentially('statis');
  await form.suggestion('Harbour statistics 2019').click();
  await expect(form.publisher).toHaveValue('Harbour office');
  await expect(form.primary).toBeChecked();
  await expect(form.form).toContainText('This source is in the article already.');
  await form.stance('Refutes').click();
  await form.locatorField.fill('note 3');
  await form.attach.click();
  const evidence = card.evidenceFrom('Harbour statistics 2019');
  await expect(evidence).toContainText('Refutes · primary');
  await expect(evidence).toContainText('note 3');

  await card.openSource('Harbour statistics 2019');
  await expect(stet.sourceCard.claims).toHaveText([
    /1\. 1\.2 million people.*supports · row 12/,
    /2\. built in 1986.*refutes · note 3/,
  ]);
  await stet.sourceCard.edit.click();
  await form.fill({ Publisher: 'Port authority' });
  await form.save.click();
  await stet.sourceCard.claims.first().getByRole('button').click();
  await expect(card.words).toHaveText('1.2 million people');
  await expect(evidence).toContainText('Port authority');

  // Attaching it to the same claim again opens the existing evidence, with the newly filled in fields.
  await stet.press('s');
  await form.locatorField.fill('row 13');
  await form.title.pressSequentially('statis');
  await form.suggestion('Harbour statistics 2019').click();
  await expect(stet.notices.messages).toContainText(
    '“Harbour statistics 2019” is attached to claim 1 already.',
  );
  await expect(form.locatorField).toHaveValue('row 12; row 13');
  await form.save.click();
  await expect(card.evidence).toHaveCount(1);
  await expect(evidence).toContainText('row 12; row 13');

  // The article has the source only once.
  await stet.press('l');
  await expect(stet.sources.rows).toHaveCount(1);
  await stet.status.waitUntilSaved();
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

import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { dropDataOn, dropFilesOn } from '../support/page/drop.ts';

test.use({ reviewer: 'Ada', article: ferryText });

const dropLabel = (number: number) => `Drop as evidence for claim ${number}`;

test.beforeEach(async ({ stet }) => {
  for (const words of ['1.2 million people', 'built in 1986']) {
    await stet.article.select(words);
    await stet.press('v');
  }
  await stet.press('Escape');
  await expect(stet.card.card).toBeHidden();
});

test('a link, words or files dropped on a claim open its source form with these filled in', async ({
  stet,
}) => {
  const { article, card, claims, sourceForm: form, notices } = stet;
  // A link dropped on a mark is enough for a source.
  await dropDataOn(article.claimMarks(2).first(), dropLabel(2), {
    'text/uri-list': 'https://www.harbour.example/notices/48213',
    'text/plain': 'https://www.harbour.example/notices/48213',
  });
  await expect(form.form).toHaveAccessibleName('Source for claim 2');
  await expect(form.url).toHaveValue('https://www.harbour.example/notices/48213');
  await expect(form.publisher).toHaveValue('harbour.example');
  await expect(form.form).toContainText('Without a title it is called “harbour.example/notices/48213”.');
  await expect(form.title).toBeFocused();
  await stet.press('Enter');
  await expect(card.evidenceFrom('harbour.example/notices/48213')).toBeVisible();

  // The same link again opens the existing evidence, and words dropped on the form become its quote.
  await dropDataOn(article.claimMarks(2).first(), dropLabel(2), {
    'text/uri-list': 'http://harbour.example/notices/48213/',
  });
  await expect(form.form).toHaveAccessibleName('Evidence for claim 2');
  await expect(notices.messages).toContainText('is attached to claim 2 already.');
  await expect(form.title).toHaveValue('');
  await form.title.fill('Notice of the harbour');
  await dropDataOn(form.save, 'Drop to attach to this source', {
    'text/plain': 'The ferry was built in 1986.',
  });
  await expect(form.quote).toHaveValue('The ferry was built in 1986.');
  await form.save.click();
  await expect(card.evidence).toHaveCount(1);
  await expect(card.evidenceFrom('Notice of the harbour')).toContainText('The ferry was built in 1986.');

  // Files dropped on a row are attached to a new source, named after the first file.
  await dropFilesOn(
    claims.row('1.2 million people'),
    dropLabel(1),
    { name: 'harbour_ledger 2019.txt', bytes: Buffer.from('1,203,117 passengers') },
    { name: 'table.csv', bytes: Buffer.from('2019,1203117') },
  );
  await expect(form.form).toHaveAccessibleName('Source for claim 1');
  await expect(form.newFiles).toHaveCount(2);
  await expect(form.title).toHaveValue('harbour ledger 2019');
  await expect(form.kind('Document')).toBeChecked();
  await form.attach.click();
  await expect(card.evidenceFrom('harbour ledger 2019').getByRole('list', { name: 'Files' })).toContainText(
    'table.csv',
  );

  // Words dropped on the card become a quote. A link that another claim uses leads to the existing source.
  await dropDataOn(card.words, dropLabel(1), { 'text/plain': '1,203,117 passengers crossed.' });
  await expect(form.quote).toHaveValue('1,203,117 passengers crossed.');
  await dropDataOn(claims.row('1.2 million people'), dropLabel(1), {
    'text/uri-list': 'https://www.harbour.example/notices/48213',
  });
  await expect(form.title).toHaveValue('Notice of the harbour');
  await expect(form.form).toContainText('This source is in the article already.');
  await dropDataOn(article.claimMarks(1).first(), dropLabel(1), {
    'text/uri-list': 'https://other.example/',
  });
  await expect(notices.errors).toContainText('The form already has another source.');
  await notices.close('The form already has another source.');
  await form.attach.click();
  await expect(card.evidence).toHaveCount(2);
  await stet.press('l');
  await expect(stet.sources.rows).toHaveCount(2);
  await stet.status.waitUntilSaved();

  // A file dropped elsewhere is opened as an article.
  await dropFilesOn(stet.page.getByRole('contentinfo'), 'Drop to open as an article', {
    name: 'second.txt',
    bytes: Buffer.from('A second article\n\nIt has one sentence.'),
  });
  await expect(stet.preview.title).toHaveValue('A second article');
  await stet.preview.cancel.click();
  await expect(stet.preview.dialog).toBeHidden();
});

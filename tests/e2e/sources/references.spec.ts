import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
});

const pasted = [
  {
    what: 'an address',
    text: 'https://www.harbour.example/news/ferry-stops-in-may-48213.html',
    title: 'Ferry stops in may',
    kind: 'Web page',
    fields: {
      URL: 'https://www.harbour.example/news/ferry-stops-in-may-48213.html',
      Publisher: 'harbour.example',
    },
  },
  {
    what: 'a BibTeX record',
    text: '@article{keld,\n  title = {On {\\"o}ffentliche Ferries},\n  author = {Keld, Bo and Morhaven, Edda},\n  journal = {Harbours \\& Ports},\n  year = 2020, month = mar,\n  doi = {10.1000/184}\n}',
    title: 'On öffentliche Ferries',
    kind: 'Document',
    fields: {
      Author: 'Bo Keld; Edda Morhaven',
      Publisher: 'Harbours & Ports',
      Published: '2020-03',
      URL: 'doi:10.1000/184',
    },
  },
] as const;

// The guard fails this test too if there is any request to the network.
test('a reference pasted into the title fills in the fields that it contains', async ({ stet }) => {
  const { sourceForm: form, card } = stet;
  for (const { what, text, title, kind, fields } of pasted)
    await test.step(what, async () => {
      await stet.press('s');
      await expect(form.title).toBeFocused();
      await form.paste(text);
      await expect(form.title).toHaveValue(title);
      await expect(form.kind(kind)).toBeChecked();
      for (const [label, value] of Object.entries(fields)) await expect(form.field(label)).toHaveValue(value);
      await expect(stet.notices.messages).toContainText('Filled in what was pasted:');
      await stet.notices.close('Filled in');
      await form.title.press('Enter');
      await expect(card.evidenceFrom(title)).toBeVisible();
    });
  await expect(card.evidence).toHaveCount(pasted.length);

  // The form accepts one record, and names the ones that it leaves out.
  await stet.press('s');
  await form.paste('@book{a, title = {First of two}}\n@book{b, title = {Second of two}}');
  await expect(form.title).toHaveValue('First of two');
  await expect(stet.notices.errors).toContainText(
    '2 records were pasted, and this form takes one. Left out: “Second of two”.',
  );
  await stet.notices.close('2 records');
  await form.cancel.click();

  // Plain words become the title. A DOI pasted over them fills in the address, and keeps the title.
  await stet.press('s');
  await form.paste('Notes of a harbour pilot');
  await expect(form.title).toHaveValue('Notes of a harbour pilot');
  await form.title.press('ControlOrMeta+a');
  await form.paste('10.1000/185');
  await expect(form.url).toHaveValue('doi:10.1000/185');
  await expect(form.title).toHaveValue('Notes of a harbour pilot');
  await form.cancel.click();
});

import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { writeLedger } from '../support/files/ledger';

test.use({ reviewer: 'Ada', article: ferryText });

test.beforeEach(async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
});

test('sources of all four kinds keep all their fields, and can be edited and removed', async ({ stet }) => {
  const { card, sourceForm: form } = stet;
  await expect(stet.claims.current).toContainText('no source');
  await stet.press('s');
  await expect(form.title).toBeFocused();
  await form.title.fill('Harbour statistics 2019');
  await form.kind('Dataset').click();
  await form.fill({
    Author: 'Bo Keld',
    Publisher: 'Harbour office',
    URL: 'https://harbour.example/2019.csv',
    'Archived at': 'https://archive.example/2020/2019.csv',
    Published: '2020-02',
    'Read on': '2026-11-24',
    'Place in the source': 'row 12',
    Quote: '1,203,117 passengers',
    'Note on this evidence': 'Both crossings.',
  });
  await form.primary.click();
  await form.attach.click();
  await expect(stet.claims.current).toContainText('one source only');

  await stet.press('s');
  await form.title.fill('The ferry fades');
  await form.fill({ URL: 'https://news.example/ferry', Published: '2021' });
  // A source is primary or secondary or neither.
  await form.primary.click();
  await form.secondary.click();
  await expect(form.primary).not.toBeChecked();
  await form.stance('Context').click();
  await form.chooseOrigin('Harbour statistics 2019');
  await form.attach.click();
  // The second source only repeats the first one.
  await expect(stet.claims.current).toContainText('one source only');

  await card.addSource.click();
  await form.title.fill('Audit of the harbour');
  await form.kind('Document').click();
  await form.confidential.click();
  await expect(form.form).toContainText('Reports only say “confidential source”');
  await form.stance('Refutes').click();
  await form.fill({ 'Place in the source': 'p. 14' });
  await form.attach.click();

  await stet.press('s');
  await form.title.fill('Edda Morhaven');
  await form.kind('Person').click();
  await form.fill({
    Organisation: 'Harbour office',
    Contact: '555 0100',
    URL: 'mailto:edda@harbour.example',
    'Spoken to on': '2026-11-20',
  });
  await form.attach.click();
  await expect(card.evidence).toHaveCount(4);
  await expect(stet.claims.current).toContainText('4 sources');
  await stet.status.waitUntilSaved();

  const expectAllFields = async () => {
    const dataset = stet.card.evidenceFrom('Bo Keld');
    await expect(dataset).toContainText('Supports · primary');
    await expect(dataset).toContainText('1,203,117 passengers');
    await expect(dataset).toContainText('Both crossings.');
    await expect(dataset).toContainText('Bo Keld · Harbour office · Feb 2020 · row 12 · dataset');
    await expect(stet.card.evidenceFrom('The ferry fades')).toContainText('Context · secondary');
    await expect(stet.card.evidenceFrom('Audit')).toContainText('Refutes · confidential');
    await stet.card.openSource('Harbour statistics 2019');
    await expect(stet.sourceCard.card).toContainText('dataset · primary');
    await expect(stet.sourceCard.field('URL')).toHaveText('https://harbour.example/2019.csv');
    await expect(stet.sourceCard.field('Archived at')).toHaveText('https://archive.example/2020/2019.csv');
    await expect(stet.sourceCard.field('Published')).toHaveText('Feb 2020');
    await expect(stet.sourceCard.field('Read on')).toHaveText('24 Nov 2026');
    await stet.sourceCard.close.click();
    await stet.card.openSource('The ferry fades');
    await expect(stet.sourceCard.field('Derived from')).toHaveText('Harbour statistics 2019');
    await stet.sourceCard.close.click();
    await stet.card.openSource('Edda Morhaven');
    await expect(stet.sourceCard.card).toContainText('person');
    await expect(stet.sourceCard.card).not.toContainText(/primary|secondary/);
    await expect(stet.sourceCard.field('Organisation')).toHaveText('Harbour office');
    await expect(stet.sourceCard.field('Contact')).toHaveText('555 0100');
    await expect(stet.sourceCard.field('Spoken to on')).toHaveText('20 Nov 2026');
    await stet.sourceCard.close.click();
  };
  await expectAllFields();
  await stet.restart();
  await stet.library.open(ferryTitle);
  await stet.press('j');
  await expectAllFields();

  // The evidence is edited, then the source itself.
  const evidence = stet.card.evidenceFrom('Bo Keld');
  await evidence.getByRole('button', { name: 'Edit' }).click();
  await expect(stet.sourceForm.note).toHaveValue('Both crossings.');
  await stet.sourceForm.stance('Context').click();
  await stet.sourceForm.fill({ Publisher: 'Port authority' });
  await stet.sourceForm.save.click();
  await expect(evidence).toContainText('Context · primary');
  await expect(evidence).toContainText('Port authority');
  await stet.card.openSource('Edda Morhaven');
  await stet.sourceCard.edit.click();
  await stet.sourceForm.fill({ Contact: '555 0199' });
  await stet.sourceForm.save.click();
  await expect(stet.sourceCard.field('Contact')).toHaveText('555 0199');
  await stet.bar.undo.click();
  await expect(stet.sourceCard.field('Contact')).toHaveText('555 0100');
  await stet.sourceCard.close.click();

  // Undo restores evidence that was removed from the claim.
  await evidence.getByRole('button', { name: 'Remove' }).click();
  await expect(stet.card.evidence).toHaveCount(3);
  await stet.notices.pressButton('“Harbour statistics 2019” removed from claim 1.', 'Undo');
  await expect(evidence).toContainText('Context · primary');
  await stet.status.waitUntilSaved();
});

test('the source form accepts only safe addresses and real dates, and a cancelled form stores nothing', async ({
  stet,
  answerDialogs,
}) => {
  const { card, sourceForm: form } = stet;
  await card.addSource.click();
  await form.attach.click();
  await expect(form.form).toContainText('A source needs a title, a name or an address.');
  await expect(form.title).toBeFocused();
  await form.title.fill('Opening notice');
  for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'ftp://harbour.example', 'harbour']) {
    await form.url.fill(address);
    await form.attach.click();
    await expect(form.form).toContainText('Only http, https, doi and mailto addresses are accepted.');
    await expect(form.url).toBeFocused();
  }
  await form.url.fill('');
  await form.archived.fill('data:text/html,hello');
  await form.attach.click();
  await expect(form.archived).toBeFocused();
  await form.archived.fill('');
  await form.published.fill('yesterday');
  await form.url.fill('http://harbour.example/notice');
  await form.attach.click();
  await expect(form.form).toContainText('A date is a year, 2026, a month, 2026-11, or a day, 2026-11-24.');
  await form.published.fill('2026');
  await form.attach.click();
  await expect(card.evidenceFrom('Opening notice')).not.toContainText('secondary');

  await answerDialogs({ button: 1 });
  await card.evidenceFrom('Opening notice').getByRole('button', { name: 'Open link' }).click();

  await card.addSource.click();
  await form.title.fill('Never attached');
  // A half-filled form is kept while another claim is shown.
  await stet.article.select('built in 1986');
  await stet.press('c', 'k');
  await expect(card.words).toHaveText('1.2 million people');
  await stet.press('s');
  await expect(form.title).toHaveValue('Never attached');
  await form.cancel.click();
  await expect(card.evidence).toHaveCount(1);
  await card.addSource.click();
  await expect(form.title).toHaveValue('');
  await form.cancel.click();
  await stet.status.waitUntilSaved();
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
    what: 'a DOI',
    text: 'https://doi.org/10.1000/182',
    title: '',
    kind: 'Document',
    fields: { URL: 'doi:10.1000/182' },
  },
  {
    what: 'a reference in words',
    text: 'Keld, B. (2020). A study of ferries. Journal of Harbours, 12(3), 45–67. https://doi.org/10.1000/183',
    title: 'A study of ferries',
    kind: 'Document',
    fields: { Author: 'Keld, B.', Published: '2020', URL: 'doi:10.1000/183' },
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
  {
    what: 'a RIS record',
    text: 'TY  - DATA\r\nTI  - Crossings by month\r\nAU  - Keld, Bo\r\nPY  - 2019/12/01\r\nUR  - https://harbour.example/months\r\nER  - \r\n',
    title: 'Crossings by month',
    kind: 'Dataset',
    fields: { Author: 'Bo Keld', Published: '2019-12-01', URL: 'https://harbour.example/months' },
  },
  {
    what: 'a CSL-JSON record',
    text: JSON.stringify([
      {
        ...{ type: 'webpage', title: 'Tickets are free', 'container-title': 'Ferry news' },
        author: [{ family: 'Keld', given: 'Bo' }],
        issued: { 'date-parts': [[2021, 5]] },
        accessed: { 'date-parts': [[2022, 1, 2]] },
        URL: 'https://news.example/free',
      },
    ]),
    title: 'Tickets are free',
    kind: 'Web page',
    fields: {
      Author: 'Bo Keld',
      Publisher: 'Ferry news',
      Published: '2021-05',
      'Read on': '2022-01-02',
      URL: 'https://news.example/free',
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
      if (title === '') await form.title.fill('A title of my own');
      await form.title.press('Enter');
      await expect(card.evidenceFrom(title || 'A title of my own')).toBeVisible();
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

import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

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
  await expect(form.form).toContainText('Named only in reports for lawyers');
  await form.stance('Refutes').click();
  await form.fill({ 'Place in the source': 'p. 14' });
  await form.attach.click();

  await stet.press('s');
  await form.title.fill('Edda Morhaven');
  await form.kind('Person').click();
  await form.fill({
    Organization: 'Harbour office',
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
    await expect(stet.sourceCard.field('Organization')).toHaveText('Harbour office');
    await expect(stet.sourceCard.field('Contact')).toHaveText('555 0100');
    await expect(stet.sourceCard.field('Spoken to on')).toHaveText('20 Nov 2026');
    await stet.sourceCard.close.click();
  };
  await expectAllFields();
  await stet.restart();
  await stet.library.open(ferryTitle);
  await stet.press('j');
  await expectAllFields();
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

import { expect } from '@playwright/test';
import { test } from './fixtures';

test.beforeEach(async ({ stet, seedName }) => {
  await seedName('Ada');
  await stet.pasteArticle();
  await stet.article.select('1.2 million people');
  await stet.press('v');
});

test('a source is attached with S, picked again by typing its name, changed and removed', async ({
  stet,
}) => {
  const { article, card, sourceForm: form } = stet;
  await stet.press('s');
  await expect(form.title).toBeFocused();
  await form.title.fill('Harbour statistics 2019');
  await form.kind('Dataset').click();
  await form.author.fill('Bo Keld');
  await form.publisher.fill('Harbour office');
  await form.url.fill('https://harbour.example/2019.csv');
  await form.published.fill('2020-02');
  await form.readOn.fill('2026-11-24');
  await form.primary.click();
  await form.stance('Supports').click();
  await form.place.fill('row 12');
  await form.quote.fill('1,203,117 passengers');
  await form.attach.click();

  const evidence = card.evidenceFrom('Harbour statistics 2019');
  await expect(evidence).toContainText('Supports · primary');
  await expect(evidence).toContainText('1,203,117 passengers');
  await expect(evidence).toContainText('Bo Keld · Harbour office · Feb 2020 · row 12 · dataset');
  await expect(stet.claims.current).toContainText('1 source');

  await article.select('built in 1986');
  await stet.press('d', 's');
  await form.title.pressSequentially('statis');
  await form.suggestions.filter({ hasText: 'Harbour statistics 2019' }).click();
  await expect(form.publisher).toHaveValue('Harbour office');
  await expect(form.form).toContainText('A source of this article.');
  await form.stance('Refutes').click();
  await form.place.fill('note 3');
  await form.attach.click();
  await expect(evidence).toContainText('Refutes · primary');
  await expect(evidence).toContainText('note 3');

  await evidence.getByRole('button', { name: 'Edit' }).click();
  await form.publisher.fill('Port authority');
  await form.stance('Context').click();
  await form.save.click();
  await expect(evidence).toContainText('Context · primary');
  await stet.press('k');
  await expect(evidence).toContainText('Port authority');
  await evidence.getByRole('button', { name: 'Remove' }).click();
  await expect(card.evidence).toHaveCount(0);
  await stet.press('Control+z');
  await expect(evidence).toContainText('Supports · primary');
  await stet.status.saved();

  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.press('j');
  await expect(stet.card.evidenceFrom('Harbour statistics 2019')).toContainText('Port authority');
});

test('web pages, documents and people are sources too, and only safe addresses are taken', async ({
  stet,
  answerDialogs,
}) => {
  const { card, sourceForm: form } = stet;
  await card.addSource.click();
  await form.attach.click();
  await expect(form.form).toContainText('A source needs a title or a name.');
  await form.title.fill('Opening notice');
  for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'ftp://harbour.example', 'harbour']) {
    await form.url.fill(address);
    await form.attach.click();
    await expect(form.form).toContainText('Only http, https, doi and mailto addresses are taken.');
  }
  await form.published.fill('yesterday');
  await form.url.fill('http://harbour.example/notice');
  await form.attach.click();
  await expect(form.form).toContainText('A date is a year, 2026, a month, 2026-11, or a day, 2026-11-24.');
  await form.published.fill('2026');
  await form.attach.click();
  await expect(card.evidenceFrom('Opening notice')).toContainText('Supports · secondary');

  await answerDialogs({ box: 1 });
  await card.evidenceFrom('Opening notice').getByRole('button', { name: 'Open link' }).click();

  await card.addSource.click();
  await form.kind('Document').click();
  await form.title.fill('A study of ferries');
  await form.url.fill('10.1000/182');
  await form.attach.click();
  await expect(card.evidenceFrom('A study of ferries')).toContainText('doi:10.1000/182');

  await card.addSource.click();
  await form.kind('Person').click();
  await form.title.fill('Edda Morhaven');
  await form.publisher.fill('Harbour office');
  await form.readOn.fill('2026-11-20');
  await form.url.fill('mailto:edda@harbour.example');
  await form.attach.click();
  await expect(card.evidenceFrom('Edda Morhaven')).toContainText('Harbour office · person');
  await expect(card.evidence).toHaveCount(3);

  await card.addSource.click();
  await form.title.fill('Never attached');
  await form.cancel.click();
  await expect(card.evidence).toHaveCount(3);
  await stet.status.saved();
});

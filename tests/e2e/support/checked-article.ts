import type { Stet } from './stet';

/** Pastes the ferry article and checks it: one claim disputed with all that can be said, one verified, one open. */
export async function checkArticle(stet: Stet): Promise<void> {
  await stet.pasteArticle();
  const { article, card, sourceForm: form } = stet;
  await article.select('1.2 million people');
  await stet.press('d', 'Enter');
  await stet.page.keyboard.type('The port says 1.1 million.');
  await card.correction.fill('1.1 million people');
  await card.claimant.fill('the harbour office');
  await stet.page.keyboard.press('Tab');
  await card.addSource.click();
  await form.title.fill('Harbour statistics 2019');
  await form.url.fill('https://harbour.example/2019.csv');
  await form.kind('Dataset').click();
  await form.primary.click();
  await form.stance('Refutes').click();
  await form.place.fill('row 12');
  await form.quote.fill('1,103,117 passengers');
  await form.attach.click();
  await article.select('It was built in 1986');
  await stet.press('v');
  await article.select('built in 1986');
  await stet.press('c');
}

export const first =
  'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year, says the harbour’s own ledger: ' +
  'more than anyone had expected, and more than the bridge beside it.';
export const second =
  'Tickets cost 3.80 euros, 40 cents more than in 2022. The town pays nothing towards them; it did until 2011, when the ' +
  'last grant of 900,000 euros ran out, and with it, as many thought, the line itself.';
export const third =
  'A second ship, ordered in May, is to sail from 2026. It will take 400 people, and run on batteries that are charged ' +
  'overnight, at the mole, from the town’s own grid.';

/** An article of three paragraphs and a heading, with more markup after the first paragraph. */
export const article = (more = '') =>
  `<article><p>${first}</p>${more}<h2>What it costs</h2><p>${second}</p><p>${third}</p></article>`;

/** A page with that article, navigation and other furniture. */
export const page = (head: string, more?: string) =>
  `<!doctype html><html><head><meta charset=utf-8>${head}</head><body><nav><ul><li><a href="/">Home</a><li><a href="/b">News</a>
  </ul></nav>${article(more)}<div class=sidebar><p>Buy a boat today!</p></div><footer>All rights reserved</footer></body></html>`;

/** The origin of a page from the web. */
export const web = (url: string) => ({
  ...({ kind: 'web', name: 'ferry.html', url, fetchedAt: '2026-03-05T08:00:00.000Z' } as const),
  sha256: 'a'.repeat(64),
  bytes: 1,
  mime: 'text/html',
});

/** The paragraphs of another article. */
export const paragraphs = [
  'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year, says the harbour’s own ledger: more than anyone had expected.',
  'Tickets cost 3.80 euros, 40 cents more than in 2022. The town pays nothing towards them; it did until 2011, when the last grant ran out.',
  'A second ship, ordered in May, is to sail from 2026. It will take 400 people, and run on batteries that are charged overnight at the mole.',
  'The crossing takes 22 minutes, as it did in the year when the line was opened, and nobody on the mole expects that to change any time soon.',
];

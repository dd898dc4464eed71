import { describe, expect, test } from 'vitest';
import { html } from '../../../../../renderer/importer/web/html';
import { createFileOrigin } from '../../../../../shared/domain/draft/draft-origin';
import { opened, readPage } from './reading';

const first =
  'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year, says the harbour’s own ledger: ' +
  'more than anyone had expected, and more than the bridge beside it.';
const second =
  'Tickets cost 3.80 euros, 40 cents more than in 2022. The town pays nothing towards them; it did until 2011, when the ' +
  'last grant of 900,000 euros ran out, and with it, as many thought, the line itself.';
const third =
  'A second ship, ordered in May, is to sail from 2026. It will take 400 people, and run on batteries that are charged ' +
  'overnight, at the mole, from the town’s own grid.';

const article = (more = '') =>
  `<article><p>${first}</p>${more}<h2>What it costs</h2><p>${second}</p><p>${third}</p></article>`;

const page = (head: string, more?: string) =>
  `<!doctype html><html><head><meta charset=utf-8>${head}</head><body><nav><ul><li><a href="/">Home</a><li><a href="/b">News</a>
  </ul></nav>${article(more)}<div class=sidebar><p>Buy a boat today!</p></div><footer>All rights reserved</footer></body></html>`;

const web = (url: string) => ({
  ...({ kind: 'web', name: 'ferry.html', url, fetchedAt: '2026-03-05T08:00:00.000Z' } as const),
  ...{ sha256: 'a'.repeat(64), bytes: 1, mime: 'text/html' },
});

test('the notes of a page saved by LibreOffice are notes with their numbers, as in other formats', async () => {
  const reference =
    '<p>It sailed.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>';
  const note =
    '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Ledger, p. 12.</p></div>';
  const markup = `<html><body><h1>Ferry</h1><p>${first}</p>${reference}<p>${second}</p><p>${third}</p>${note}</body></html>`;
  const { blocks, notes, notices } = await opened(readPage(markup));
  expect(blocks).toContain('paragraph: It sailed.[1]');
  expect(blocks.at(-1)).toBe('note: [1] Ledger, p. 12.');
  expect(notes).toEqual(['[1] b6']);
  expect(notices).toEqual([{ kind: 'notesKept', count: 1 }]);
});

describe('the article of a page', () => {
  test('the article of a page is read under its title, without the rest of the page', async () => {
    const found = await opened(readPage(page('<title>The ferry that paid for itself</title>')));
    expect(found).toMatchObject({
      title: 'The ferry that paid for itself',
      notices: [{ kind: 'blocksLeftOut', count: 4 }],
    });
    expect(found.blocks).toEqual([
      ...['heading1: The ferry that paid for itself', `paragraph: ${first}`, 'heading2: What it costs'],
      ...[`paragraph: ${second}`, `paragraph: ${third}`],
    ]);
  });

  test.each([
    ['A ferry', '<h3>A Ferry!</h3>', 'heading1: A Ferry!'],
    ['A ferry', '<p>A ferry</p>', 'heading1: A ferry'],
    [
      'A ferry and its town | The Harbour Gull',
      '<h3>A ferry and its town</h3>',
      'heading1: A ferry and its town',
    ],
    ['A ferry and its town', '<h2>A ferry</h2>', 'heading1: A ferry and its town'],
  ])(
    'an article titled %s begins with that title once when the page has %s',
    async (title, heading, begins) => {
      const titled = `<meta property="og:title" content="${title}"><article>${heading}<p>${first}</p><p>${second}</p></article>`;
      const { blocks } = await opened(readPage(titled));
      expect(blocks[0]).toBe(begins);
      expect(blocks.filter((block) => block.startsWith('heading1'))).toHaveLength(1);
    },
  );

  test('the article of a short page is the whole page', async () => {
    const found = await opened(
      readPage('<h1>Ferry</h1><p>It was <b>built</b> in 1986.<p>Tickets<br>are free.'),
    );
    expect(found.title).toBe('Ferry');
    expect(found.blocks).toEqual([
      ...['heading1: Ferry', 'paragraph: It was built in 1986.', 'paragraph: Tickets\nare free.'],
    ]);
  });

  test('pictures and tables of an article are counted in notices', async () => {
    const more =
      '<img src=a.png width=600><img src=pixel.gif width=1 height=1><table><tr><th>Year<th>People</tr><tr><td>2023<td>1.2 million</table>';
    const found = await opened(readPage(page('<title>Ferry</title>', more)));
    expect(found.notices).toEqual([
      { kind: 'imagesLeftOut', count: 1 },
      { kind: 'tablesKept', count: 1 },
      { kind: 'blocksLeftOut', count: 4 },
    ]);
    expect(found.blocks).toContain('tableRow: 2023\t1.2 million');
  });

  test('text hidden by inline style is left out', async () => {
    const more = `<p style="display: none">${first} Hidden.</p><p style="visibility:hidden">${first} Unseen.</p>`;
    const { text } = await opened(readPage(page('<title>Ferry</title>', more)));
    expect(text).not.toMatch(/Hidden|Unseen/);
  });
});

describe('a page without an article', () => {
  test('a page without an article is read whole, with a notice', async () => {
    const asides = Array.from({ length: 20 }, (_, at) => `<aside>Harbour number ${at} has a ferry.</aside>`);
    const found = await opened(readPage(`<title>Harbours</title><p>Choose one.</p>${asides.join('')}`));
    expect(found.notices).toEqual([{ kind: 'wholePage', count: 1 }]);
    expect(found.blocks).toHaveLength(22);
  });

  test('a login page is read as its text', async () => {
    const wall =
      '<title>Log in</title><main><h1>Sign in to read on</h1><form><label>Name <input></label><button>Go</button></form>';
    expect((await opened(readPage(wall))).text).toContain('Sign in to read on');
  });

  test.each([
    ['nothing', '<!doctype html><html></html>'],
    ['pictures', '<img src=a.png alt="A ferry"><img src=b.png>'],
    ['scripts', '<div id=root></div><noscript>Please enable JavaScript</noscript><script>start()</script>'],
    ['frames', '<title>Home</title><frameset><frame src=a.html></frameset>'],
    ['spaces', '<p>&nbsp;</p>\n\u200b'],
  ])('a page with only %s is refused', async (_, markup) => {
    expect(await readPage(markup)).toMatchObject({
      ok: false,
      problem: { code: 'noText', message: expect.stringContaining('nothing was changed') },
    });
  });
});

describe('the metadata of a page', () => {
  test('metadata is read from meta elements', async () => {
    const head = `<title>Ferry | The Gull</title><meta property="og:title" content="The ferry &amp; the town">
      <meta name=author content="Noor  Haddad"><meta property="article:published_time" content="2024-03-05T23:30:00-05:00">
      <link rel=canonical href="https://gull.example/ferry"><meta property="og:locale" content="en_GB">`;
    expect(await opened(readPage(page(head)))).toMatchObject({
      ...{ title: 'The ferry & the town', byline: 'Noor Haddad', link: 'https://gull.example/ferry' },
      ...{ publishedAt: '2024-03-05', language: 'en-GB' },
    });
  });

  test('metadata is read from JSON-LD at any nesting', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'The Gull' },
        {
          ...{ '@type': ['NewsArticle', 'Report'], headline: 'Ferry', inLanguage: 'pt-BR' },
          ...{ author: [{ name: 'Ana Ruiz' }, 'Jo Li'], datePublished: '20240305' },
        },
      ],
    };
    const head = `<title>Ferry</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(await opened(readPage(page(head)))).toMatchObject({
      ...{ byline: 'Ana Ruiz, Jo Li', publishedAt: '2024-03-05', language: 'pt-BR' },
    });
  });

  test.each([
    ['March 5, 2024 10:30 am', '2024-03-05'],
    ['Tue, 05 Mar 2024 08:00:00 GMT', '2024-03-05'],
    ['2024-03-05 08:00:00.000000', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024-02', '2024-02'],
    ['yesterday', null],
    ['1709622000', null],
  ])('the date %s is read as %s', async (written, publishedAt) => {
    expect(await opened(readPage(page(`<meta name=date content="${written}">`)))).toMatchObject({
      publishedAt,
    });
  });

  test('the name of the site is separated from the title, at a dash as well', async () => {
    const title = async (words: string) => (await opened(readPage(page(`<title>${words}</title>`)))).title;
    expect(await title('A ferry that paid for itself – The Gull')).toBe('A ferry that paid for itself');
    expect(await title('The ferry – a line with a past — The Gull')).toBe('The ferry – a line with a past');
  });

  test('invalid metadata is ignored', async () => {
    const head = `<meta name=author content="Last updated: March 5, 2024"><html lang="x"><link rel=canonical href="javascript:1">
      <script type="application/ld+json">{"@type":"NewsArticle","author":7,"datePublished":[]}</script>
      <script type="application/ld+json">{ no json</script>`;
    expect(await opened(readPage(page(head)))).toMatchObject({
      ...{ byline: null, link: null, publishedAt: null, language: null },
    });
  });
});

describe('links', () => {
  const link = '<p>Says the <a href="../ledger?a=1">ledger</a> of the <a href="#note">harbour</a>.</p>';

  test('links are resolved against the address of a fetched page', async () => {
    const found = await opened(
      readPage(page('<title>Ferry</title>', link), web('https://gull.example/news/ferry')),
    );
    expect(found).toMatchObject({
      ...{ links: ['ledger https://gull.example/ledger?a=1'], link: 'https://gull.example/news/ferry' },
    });
  });

  test.each([
    [
      'its base element',
      '<base href="https://gull.example/news/a/">',
      'https://gull.example/news/ledger?a=1',
    ],
    [
      'its canonical address',
      '<link rel=canonical href="https://gull.example/news/a">',
      'https://gull.example/ledger?a=1',
    ],
    [
      'the browser that saved it',
      '<!-- saved from url=(0027)https://gull.example/news/a -->',
      'https://gull.example/ledger?a=1',
    ],
  ])('links are resolved against the address in %s', async (_, head, address) => {
    const markup = page(`<title>Ferry</title>${head}`, link);
    expect((await opened(readPage(markup))).links).toEqual([`ledger ${address}`]);
  });

  test('links without a valid address are read as text', async () => {
    const { links, text } = await opened(readPage(page('<title>Ferry</title>', link)));
    expect(links).toEqual([]);
    expect(text).toContain('Says the ledger of the harbour.');
  });
});

describe('the encoding of a page', () => {
  /** Each character as the byte with its code. */
  const toBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ['shift_jis', '<meta charset=Shift_JIS>', '\x93\xfa\x96\x7b\x8c\xea', '日本語'],
    ['gbk', '<meta http-equiv=Content-Type content="text/html; charset=gb2312">', '\xd6\xd0\xb9\xfa', '中国'],
    ['windows-1251', "<meta charset='windows-1251'>", '\xcf\xf0\xe8\xe2\xe5\xf2', 'Привет'],
    ['iso-2022-jp', '<meta charset="iso-2022-jp">', '\x1b$BF|K\\8l\x1b(B', '日本語'],
    ['windows-1252', '', '\x93caf\xe9\x94', '“café”'],
    ['UTF-8, whatever the page says', '<meta charset=latin1>', 'caf\xc3\xa9', 'café'],
  ])('a page in %s is decoded', async (_, charset, written, shown) => {
    const bytes = toBytes(`<!doctype html>${charset}<title>The ferry, ${written}</title><p>It sailed.`);
    expect((await opened(readPage(bytes))).title).toBe(`The ferry, ${shown}`);
  });

  test('the charset of the server counts for more than that of the page', async () => {
    const bytes = toBytes(
      '<!doctype html><meta charset=latin1><title>\xcf\xf0\xe8\xe2\xe5\xf2</title><p>Open',
    );
    const { title } = await opened(readPage(bytes, web('https://gull.example/'), 'windows-1251'));
    expect(title).toBe('Привет');
  });

  test('is the one that a page declares far from its start, and not one in a comment', async () => {
    const comment = '<!-- <meta charset=koi8-r> -->';
    const script = `<script>${'var a = 1;\n'.repeat(20_000)}</script>`;
    const page = toBytes(
      `<!doctype html>${comment}${script}<meta charset=windows-1251><title>\xcf\xe0\xf0\xee\xec</title><p>\xcf\xe0\xf0\xee\xec`,
    );
    const { title, notices } = await opened(readPage(page));
    expect(title).toBe('Паром');
    expect(notices.map(({ kind }) => kind)).not.toContain('encodingAssumed');
  });

  test('is said to be assumed when nothing declares it', async () => {
    const page = toBytes(
      '<!doctype html><title>F\xe4hre</title><p>Die F\xe4hre f\xe4llt aus, \xfcber das gr\xf6\xdfere \xdcbel schweigt man.',
    );
    expect((await opened(readPage(page))).notices).toContainEqual({
      kind: 'encodingAssumed',
      count: 1,
      name: 'windows-1252',
    });
  });

  test('invalid bytes in a page of UTF-8 become replacement characters', async () => {
    const bytes = toBytes('<!doctype html><meta charset=utf-8><title>caf\xc3\xa9 \xc3</title><p>Open');
    expect((await opened(readPage(bytes))).title).toBe('café \ufffd');
  });

  test('a binary file is refused as a page', async () => {
    const bytes = Uint8Array.from({ length: 999 }, (_, at) => (at * at) % 7);
    expect(await readPage(bytes)).toMatchObject({ ok: false, problem: { code: 'binary' } });
  });
});

test('XHTML is parsed as XML, in which elements close themselves', async () => {
  const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title>
    <script src="a.js"/></head><body><div/>${article()}</body></html>`;
  expect((await opened(readPage(xhtml))).blocks).toHaveLength(5);
  const broken = xhtml.replace('<div/>', '<p>');
  expect((await readPage(broken)).ok).toBe(false);
});

test.each([
  ['a.html', null, '', true],
  ['a.HTM', null, '', true],
  ['a.xhtml', null, '', true],
  ['a', 'text/html', '', true],
  ['a', null, '\n<!DOCTYPE html>', true],
  ['a.txt', 'text/plain', '<p>', false],
])('whether the file %s of type %s that begins with %j is a web page: %s', (name, type, start, fits) => {
  const bytes = new TextEncoder().encode(start);
  expect(html.matches({ origin: createFileOrigin(name), type, charset: null, bytes })).toBe(fits);
});

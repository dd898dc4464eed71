import { describe, expect, test } from 'vitest';
import { page, web } from './article-page.ts';
import { opened, readPage } from './reading.ts';

describe('the metadata of a page', () => {
  test('metadata is read from meta elements', async () => {
    const head = `<title>Ferry | The Gull</title><meta property="og:title" content="The ferry &amp; the town">
      <meta name=author content="Noor  Haddad"><meta property="article:published_time" content="2024-03-05T23:30:00-05:00">
      <link rel=canonical href="https://gull.example/ferry"><meta property="og:locale" content="en_GB">`;
    expect(await opened(readPage(page(head)))).toMatchObject({
      title: 'The ferry & the town',
      byline: 'Noor Haddad',
      link: 'https://gull.example/ferry',
      publishedAt: '2024-03-05',
      language: 'en-GB',
    });
  });

  test('metadata is read from JSON-LD at any nesting', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'The Gull' },
        {
          '@type': ['NewsArticle', 'Report'],
          headline: 'Ferry',
          inLanguage: 'pt-BR',
          author: [{ name: 'Ana Ruiz' }, 'Jo Li'],
          datePublished: '20240305',
        },
      ],
    };
    const head = `<title>Ferry</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(await opened(readPage(page(head)))).toMatchObject({
      byline: 'Ana Ruiz, Jo Li',
      publishedAt: '2024-03-05',
      language: 'pt-BR',
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
      byline: null,
      link: null,
      publishedAt: null,
      language: null,
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
      links: ['ledger https://gull.example/ledger?a=1'],
      link: 'https://gull.example/news/ferry',
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

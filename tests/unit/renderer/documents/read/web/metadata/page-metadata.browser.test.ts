import { describe, expect, test } from 'vitest';
import { parsePageDate, removeSiteName } from '#renderer/documents/read/web/metadata/page-metadata.ts';
import { opened, readPage } from '../reading.ts';

const gull = { siteNames: ['The Harbour Gull'], host: 'www.gull.example', headings: [] };

describe('a title without the name of the site', () => {
  test.each([
    ['The ferry sails again | The Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again - Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again – gull.example', 'The ferry sails again'],
    ['The ferry sails again|The Harbour Gull', 'The ferry sails again'],
    ['The ferry sails again [gull.example]', 'The ferry sails again'],
    ['The ferry sails again [video]', 'The ferry sails again [video]'],
    ['The Harbour Gull: The ferry', 'The Harbour Gull: The ferry'],
    ['The Harbour Gull » The ferry sails again', 'The ferry sails again'],
    ['The ferry – a line with a past | The Harbour Gull', 'The ferry – a line with a past'],
    ['The ferry sails again | Ada Fields', 'The ferry sails again | Ada Fields'],
    ['News | The Harbour Gull', 'News | The Harbour Gull'],
    ['The Harbour Gull', 'The Harbour Gull'],
    ['We needed this&nbsp;ferry &amp; its crew', 'We needed this ferry & its crew'],
  ])('%j is %j', (title, expected) => {
    expect(removeSiteName(title, gull)).toBe(expected);
  });

  test('where a part of it is the heading of the page, the section goes as well', () => {
    const clues = { siteNames: [], host: null, headings: ['The ferry sails again'] };
    expect(removeSiteName('Opinion | The ferry sails again - Bay News', clues)).toBe('The ferry sails again');
  });
});

describe('a date as pages write it', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05T23:30:00-05:00', '2024-03-05'],
    ['2024-03-05T00:30:00.000Z', '2024-03-05'],
    ['2024-03-05 08:00:00+08:00', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['20240305T0800', '2024-03-05'],
    ['Tue, 05 Mar 2024 23:59:00 GMT', '2024-03-05'],
    ['Tue, 5 Mar 2024 23:59 -0800', '2024-03-05'],
    ['05 Mar 2024 08:00:00 +0000', '2024-03-05'],
    ['Tuesday, March 5, 2024 at 8:00 am', '2024-03-05'],
    ['Tue Mar 05 2024 08:00:00 GMT+0100 (CET)', '2024-03-05'],
    ['Tue Mar 05 08:00:00 +0000 2024', '2024-03-05'],
    ['November 20, 2019 12:32', '2019-11-20'],
    ['5. März 2024', '2024-03-05'],
    ['22 de janeiro de 2018 às 0:13', '2018-01-22'],
    ['0001-01-01T00:00:00Z', null],
    ['soon', null],
    ['', null],
  ])('%j is %j', (written, date) => {
    expect(parsePageDate(written)).toBe(date);
  });
});

const text = 'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year. '.repeat(
  8,
);
const page = (head: string, above: string) =>
  `<!doctype html><title>Ferry</title>${head}<main><article>${above}<p>${text}</p><p>${text}</p></article></main>`;

describe('where a page has its date', () => {
  test.each([
    ['its time element', '', '<header><time datetime="2024-03-05T08:00:00Z">yesterday</time></header>'],
    ['the words in it', '', '<header><time>March 5, 2024</time></header>'],
    ['schema.org', '', '<span itemprop=datePublished content="2024-03-05">Spring</span>'],
    ['a meta element of the site’s own', '<meta name=gull-post-date content="2024/03/05">', ''],
    ['a line above the article', '', '<div class=stamp>Posted: Tuesday, 5 March 2024, 10:12</div>'],
  ])('%s', async (_, head, above) => {
    expect((await opened(readPage(page(head, above)))).publishedAt).toBe('2024-03-05');
  });

  test('the date of a teaser is not that of the article', async () => {
    const teasers =
      '<aside><time datetime=2020-01-01>1 January</time></aside><aside><time datetime=2021-01-01>1 January</time></aside>';
    expect((await opened(readPage(page('', teasers)))).publishedAt).toBeNull();
  });
});

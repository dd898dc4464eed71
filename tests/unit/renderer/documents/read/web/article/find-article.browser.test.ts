import { describe, expect, test } from 'vitest';
import { paragraphs } from '../article-page.ts';
import { opened, readPage } from '../reading.ts';

const head = '<!doctype html><meta charset=utf-8><title>The ferry that paid for itself</title>';

/** A page whose article has other blocks between its second and third paragraph, and behind it. */
const page = (between: string, behind = '', above = '') => {
  const [first, second, third, fourth] = paragraphs.map((text) => `<p>${text}</p>`);
  return `${head}<body><nav><a href=/>Home</a> <a href=/n>News</a></nav><main><article>${above}${first}${second}${between}${third}${fourth}${behind}</article></main>
    <footer>© The Gull</footer></body>`;
};

const read = (...parts: Parameters<typeof page>) => opened(readPage(page(...parts)));

const own = ['heading1: The ferry that paid for itself', ...paragraphs.map((text) => `paragraph: ${text}`)];

describe('furniture within an article is left out', () => {
  test.each([
    [
      'a sign-up',
      '<div class=newsletter><h3>SIGN UP FOR OUR NEWSLETTER</h3><p>The best of the harbour, every day.</p></div>',
    ],
    [
      'a link to another article',
      '<p><strong>Read more: <a href=/bridge>The bridge that nobody crossed</a></strong></p>',
    ],
    ['the same in German', '<p>Lesen Sie auch: <a href=/bruecke>Die Brücke, die niemand nahm</a></p>'],
    ['the same in Russian', '<p>Читайте также: <a href=/most>Мост, по которому никто не ходил</a></p>'],
    [
      'related links',
      '<aside class=related-links><h3>Related</h3><ul><li><a href=/a>A bridge for the bay</a><li><a href=/b>Who pays the pilot?</a></ul></aside>',
    ],
    ['buttons to share it', '<div class=share-tools><span>Share</span> <span>Tweet</span></div>'],
    ['an advertisement', '<div class=ad-slot><span>Advertisement</span></div>'],
    ['the price of something', '<p class=promo>$24.99 at <a href=/shop>The Gull Shop</a></p>'],
    ['the credit of a picture', '<p class=caption>(Image: Getty Images)</p>'],
  ])('%s', async (_, markup) => {
    const found = await read(markup);
    expect(found.blocks).toEqual(own);
    expect(found.leftOut?.some(({ before }) => before === 3)).toBe(true);
  });

  test.each([
    [
      'an edition line',
      '<p class=edition>A version of this article appears in print on Page A1 of the Sunday edition</p>',
    ],
    [
      'the box of its author',
      '<div class=author-bio><h4>Ada Fields</h4><p class=bio>Ada joined The Gull in 2017.</p></div>',
    ],
    ['its topics', '<div class=tags>Tags: <a href=/t/ferry>ferry</a>, <a href=/t/bay>bay</a></div>'],
    [
      'the comments',
      '<section class=comments><h3>3 comments</h3><div class=comment><p>First!</p></div></section>',
    ],
    [
      'teasers',
      `<div class=most-popular><h2>Most popular</h2>${'<div class=teaser><a href=/x>A whale in the harbour</a><p>It came with the tide.</p></div>'.repeat(4)}</div>`,
    ],
  ])('%s behind it', async (_, markup) => {
    expect((await read('', markup)).blocks).toEqual(own);
  });

  test('the date and the author above it', async () => {
    const above =
      '<div class=byline>By Ada Fields</div><div class=dateline>Published 11:11 PM EST Nov 19, 2019</div>';
    const found = await read('', '', above);
    expect(found.blocks).toEqual(own);
    expect(found.publishedAt).toBe('2019-11-19');
  });
});

describe('what belongs to the article is kept', () => {
  test.each([
    ['Photos of the launch show nobody on the mole.'],
    ['Watch the mole at six and you will see the whole town.'],
    ['Support for the line has grown since the grant ran out.'],
    ['Popular it was not.'],
    ['Related to nobody in town, the captain kept to his ship.'],
    ['“More ships,” she said.'],
  ])('a sentence that begins like furniture: %s', async (sentence) => {
    expect((await read(`<p>${sentence}</p>`)).blocks).toContain(`paragraph: ${sentence}`);
  });

  test('headings, lists, quotes and tables', async () => {
    const found = await read(
      '<h2>What it costs</h2><ul><li>Adults pay 3.80 euros.<li>Children sail free.</ul>' +
        '<blockquote>Nobody asked us.</blockquote><table><tr><th>Year<th>People</tr><tr><td>2023<td>1.2 million</tr></table>',
    );
    expect(found.blocks).toEqual([
      ...own.slice(0, 3),
      ...['heading2: What it costs', 'listItem: Adults pay 3.80 euros.', 'listItem: Children sail free.'],
      ...['quote: Nobody asked us.', 'tableRow: Year\tPeople', 'tableRow: 2023\t1.2 million'],
      ...own.slice(3),
    ]);
  });
});

test('what was left out stands between the blocks where it stood, with its links, and does not repeat the title', async () => {
  const found = await read(
    '<p><a href="https://gull.example/bridge">Read more: The bridge</a></p>',
    '',
    '<h1>The ferry that paid for itself</h1>',
  );
  expect(found.leftOut?.map(({ text, before }) => [text, before])).toEqual([
    ...[
      ['Home News', 1],
      ['Read more: The bridge', 3],
      ['© The Gull', 5],
    ],
  ]);
  expect(found.leftOut?.[1]?.marks).toMatchObject([{ kind: 'link', href: 'https://gull.example/bridge' }]);
  expect(found.notices).toEqual([{ kind: 'blocksLeftOut', count: 3 }]);
});

test('a short article is found beside menus that are longer than it', async () => {
  const menu = Array.from({ length: 120 }, (_, at) => `<li><a href=/${at}>Topic number ${at}</a>`).join('');
  const short = `${head}<ul>${menu}</ul><div class=story itemprop=articleBody><p>${paragraphs[0]}</p></div><ul>${menu}</ul>`;
  expect((await opened(readPage(short))).blocks).toEqual(own.slice(0, 2));
});

test('a paragraph that Readability drops is kept where JSON-LD has it', async () => {
  const data = { '@type': 'NewsArticle', articleBody: paragraphs.join(' ') };
  const dropped = `<div class="comment-sidebar-promo"><p>${paragraphs[2]}</p></div>`;
  const markup = `${head}<script type="application/ld+json">${JSON.stringify(data)}</script><article><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>${dropped}<p>${paragraphs[3]}</p></article>`;
  expect((await opened(readPage(markup))).text).toContain(paragraphs[2]);
});

test('a list of articles is kept as it is, teasers and headings', async () => {
  const teasers = paragraphs
    .concat(paragraphs)
    .map((text, at) => `<article><h2><a href=/${at}>Story ${at}</a></h2><p>${text}</p></article>`);
  const found = await opened(readPage(`${head}<main>${teasers.join('')}</main>`));
  expect(found.blocks.filter((block) => block.startsWith('heading2'))).toHaveLength(8);
});

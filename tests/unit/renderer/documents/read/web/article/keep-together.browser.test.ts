import { describe, expect, test } from 'vitest';
import { paragraphs } from '../article-page.ts';
import { opened, readPage } from '../reading.ts';

const [first, second, third, fourth] = paragraphs.map((text) => `<p>${text}</p>`);
const title = 'The ferry that paid for itself';

const read = (article: string) =>
  opened(readPage(`<!doctype html><meta charset=utf-8><title>${title}</title><main>${article}</main>`));

const h1 = `<h1>${title}</h1>`;
const standfirst = 'It began with a grant that ran out, and a captain who would not leave.';

describe('a standfirst between title and text is kept', () => {
  test.each([
    ['a paragraph', `<article><header>${h1}<p class=a1>${standfirst}</p></header>`],
    ['a heading', `<article><header>${h1}</header><h2 class=o-dek>${standfirst}</h2>`],
    ['named so', `<article>${h1}<p class=standfirst>${standfirst}</p>`],
    [
      'behind a byline',
      `<article>${h1}<p class=byline>By Ada Fields</p><p class=article-summary>${standfirst}</p>`,
    ],
  ])('%s', async (_, above) => {
    const { blocks } = await read(
      `${above}<section>${first}${second}</section><section>${third}${fourth}</section></article>`,
    );
    expect(blocks.slice(0, 3)).toEqual([
      `heading1: ${title}`,
      expect.stringContaining(`: ${standfirst}`),
      `paragraph: ${paragraphs[0]}`,
    ]);
  });

  test.each([
    ['the only h1', `<h2>The Gull</h2><article><h1>How a ship paid</h1><p class=a1>${standfirst}</p>`],
    ['the nearest heading', `<article><h2>How a ship paid</h2><p class=a1>${standfirst}</p>`],
  ])('below %s, where the page is named otherwise', async (_, above) => {
    const { blocks } = await read(
      `${above}<section>${first}${second}</section><section>${third}${fourth}</section></article>`,
    );
    expect(blocks).toContain(`paragraph: ${standfirst}`);
  });

  test.each([
    ['a caption', '<figcaption>The Aurora at the mole, seen from the lighthouse last week</figcaption>'],
    ['an offer', '<p>Sign up for our newsletter and never miss a sailing again.</p>'],
    ['a byline', '<p class=byline>By Ada Fields and Tom Reed, our harbour correspondents</p>'],
  ])('but not %s', async (_, other) => {
    const { blocks } = await read(
      `<article>${h1}${other}<div>${first}${second}${third}${fourth}</div></article>`,
    );
    expect(blocks.slice(0, 2)).toEqual([`heading1: ${title}`, `paragraph: ${paragraphs[0]}`]);
  });
});

describe('a heading stays when its text does', () => {
  const between = (markup: string) =>
    read(`<article>${h1}${first}${second}${markup}${third}${fourth}</article>`);
  const own = [`heading1: ${title}`, ...paragraphs.map((text) => `paragraph: ${text}`)];

  test.each([
    ['that links to itself', '<h2 id=fares><a class=toclink href="#fares">Who pays the fares</a></h2>'],
    ['that is a link', '<h2 class=head><a href="https://gull.example/fares">Who pays the fares</a></h2>'],
    ['of many words that begin like a label', '<h3>More than only a crossing</h3>'],
  ])('%s', async (_, heading) => {
    const { blocks } = await between(heading);
    expect(blocks).toHaveLength(own.length + 1);
    expect(blocks[3]).toMatch(/^heading\d: /);
  });

  test('with a byline between the two, and behind the comments on the text before it', async () => {
    const { blocks } = await between(
      '<p><a href="/c">Comments (5 posted)</a></p><h2><a href="/a">Who pays the fares</a></h2><div class=byline>By Ada Fields</div>',
    );
    expect(blocks.filter((block) => block.startsWith('heading2'))).toEqual(['heading2: Who pays the fares']);
  });

  test.each([
    ['a label', '<h4>Related</h4>'],
    ['the heading of links', '<h3>Don’t miss</h3><ul><li><a href=/a>A bridge for the bay</a></ul>'],
    ['the heading of an offer', '<h3>Sign up for our newsletter</h3>'],
    ['a teaser', '<ul class=more-on><li><h4><a href=/a>A bridge for the bay</a></h4></ul>'],
  ])('but not %s', async (_, markup) => {
    expect((await between(markup)).blocks).toEqual(own);
  });
});

test('a box with the verdict of a review is kept with its labels and all of its points', async () => {
  const { blocks } = await read(
    `<article>${h1}${first}<div class=box><div><h5>Pros</h5><ul class=l1><li>Cheap<li>Quick<li>Children sail free</ul></div>
      <div><h5>Cons</h5><ul class=l1><li>Loud<li>Not worth it for those who do not live on the other side of the bay</ul></div>
      <div><h4>Verdict</h4><p class=v>Take the ferry once, and you will take it again, whatever the bridge may cost.</p></div></div>
      ${second}${third}${fourth}</article>`,
  );
  const texts = blocks.map((block) => block.replace(/^\w+: /, ''));
  expect(texts.slice(2, 10)).toEqual([
    ...['Pros', 'Cheap', 'Quick', 'Children sail free', 'Cons', 'Loud'],
    ...['Not worth it for those who do not live on the other side of the bay', 'Verdict'],
  ]);
});

test('a paragraph that announces code is no label', async () => {
  const { blocks } = await read(
    `<article>${h1}${first}<p>Next, the ledger is sorted by the year:</p><pre>sort -n ledger</pre>${second}${third}${fourth}</article>`,
  );
  expect(blocks).toContain('paragraph: Next, the ledger is sorted by the year:');
});

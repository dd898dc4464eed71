import { describe, expect, test } from 'vitest';
import { encodeAs } from '../base/encode-as.ts';
import { readDraftOf, readProblemOf, readTextOf } from '../reading.ts';

const nitf = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="en-GB"><head><title>slug</title><docdata><date.issue norm="20260106T090000Z"/></docdata></head>
<body><body.head><hedline><hl1>The ferry that never left</hl1><hl2>Costs rise</hl2></hedline><byline>By <person>Nora Veld</person></byline></body.head>
<body.content><block><p>It carried <em>1.2 million</em> people, <a href="https://example.org/a">they</a> say.</p><hl2>Money</hl2>
<bq><block><p>A bargain.</p></block></bq><media media-type="image"><media-reference source="a.jpg"/><media-caption>The ferry</media-caption></media>
<table><tr><td>Year</td><td>People</td></tr><tr><td>2025</td><td>1,200,000</td></tr></table></block></body.content></body></nitf>`;

const item = (content: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta><versionCreated>2026-01-06T23:30:00-05:00</versionCreated></itemMeta>
  <contentMeta><by>By Nora Veld</by><headline>The ferry that never left</headline><language tag="en-GB"/></contentMeta><contentSet>${content}</contentSet></newsItem>`;
const xhtml =
  '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body><p>It <b>sank</b>.</p><script>alert(1)</script></body></html></inlineXML>';

const metadata = {
  title: 'The ferry that never left',
  byline: 'Nora Veld',
  publishedAt: '2026-01-06',
  language: 'en-GB',
};

describe('articles of news agencies', () => {
  test('NITF has headlines, byline, date, language, text, tables and captions', async () => {
    const { proposal, blocks, marks, notices } = await readDraftOf(nitf, 'ferry.xml');
    expect(proposal).toMatchObject(metadata);
    expect(blocks).toEqual([
      ...['heading1: The ferry that never left', 'heading2: Costs rise'],
      ...['paragraph: It carried 1.2 million people, they say.', 'heading2: Money', 'quote: A bargain.'],
      ...['caption: The ferry', 'tableRow: Year\tPeople', 'tableRow: 2025\t1,200,000'],
    ]);
    expect(marks).toEqual(['italic 1.2 million', 'link they https://example.org/a']);
    expect(notices).toEqual({ imagesLeftOut: 1, tablesKept: 1 });
  });

  test('an encoding that is not declared is guessed, and the guess is named', async () => {
    const words = 'Паром перевёз больше миллиона человек в прошлом году, и никто не знает почему. '
      .repeat(3)
      .trim();
    const russian = nitf
      .replace(/<body.content>.*<\/body.content>/s, `<body.content><p>${words}</p></body.content>`)
      .replace('UTF-8', 'windows-1251');
    expect((await readDraftOf(encodeAs(russian, 'windows-1251'), 'a.xml')).notices).toEqual({});
    const undeclared = encodeAs(russian.replace(' encoding="windows-1251"', ''), 'windows-1251');
    const { proposal, notices } = await readDraftOf(undeclared, 'a.xml');
    expect(proposal.text).toContain(words);
    expect(notices).toEqual({ encodingAssumed: 1 });
  });

  test('NITF has all subheadlines, its abstract, dateline and end; other words in its head are counted', async () => {
    const more = nitf
      .replace('</hedline>', '<hl2>Nobody asked</hl2></hedline>')
      .replace(
        '</body.head>',
        '<dateline><location>LONDON</location>, Jan 6 (Agency) -</dateline><abstract><p>It sank.</p></abstract><note><p>Embargoed.</p></note></body.head>',
      )
      .replace(
        '</body.content>',
        '</body.content><body.end><tagline>Reporting by Bo Keld</tagline></body.end>',
      );
    const { blocks, notices } = await readDraftOf(more, 'ferry.xml');
    expect(blocks.slice(1, 6)).toEqual([
      ...['heading2: Costs rise', 'heading2: Nobody asked', 'paragraph: It sank.'],
      ...['paragraph: LONDON, Jan 6 (Agency) -', 'paragraph: It carried 1.2 million people, they say.'],
    ]);
    expect(blocks.at(-1)).toBe('paragraph: Reporting by Bo Keld');
    expect(notices).toMatchObject({ partsLeftOut: 1 });
    expect(await readTextOf(more, 'ferry.xml')).toMatchObject({
      pages: [expect.stringMatching(/It sank[\s\S]*Reporting by Bo Keld/)],
    });
  });

  test('NewsML-G2 has its dateline; a second body and headline are counted, the same text again is not', async () => {
    const data = (text: string) => `<inlineData contenttype="text/plain">${text}</inlineData>`;
    const file = item(`${xhtml}${data('It sank.')}${data('Another version.')}`).replace(
      '</contentMeta>',
      '<dateline>LONDON, Jan 6 -</dateline><headline>Ferry</headline></contentMeta>',
    );
    const { blocks, notices } = await readDraftOf(file, 'ferry.xml');
    expect(blocks).toEqual([
      ...['heading1: The ferry that never left', 'paragraph: LONDON, Jan 6 -', 'paragraph: It sank.'],
    ]);
    expect(notices).toEqual({ partsLeftOut: 2 });
  });

  test('further bodies of ninjs are counted, unless they say the same', async () => {
    const bodies = [
      { contentType: 'text/html', value: '<p>It <b>sank</b>.</p>' },
      { contentType: 'text/plain', value: 'It sank.' },
      { contentType: 'text/plain', value: 'It sank, they say.' },
    ];
    const json = JSON.stringify({ headlines: [{ value: metadata.title }], bodies });
    expect((await readDraftOf(json, 'a.json')).notices).toEqual({ partsLeftOut: 1 });
  });

  test('NewsML-G2 has XHTML in it', async () => {
    const { proposal, blocks } = await readDraftOf(item(xhtml), 'ferry.xml');
    expect(proposal).toMatchObject(metadata);
    expect(blocks).toEqual(['heading1: The ferry that never left', 'paragraph: It sank.']);
  });

  test('NewsML-G2 has NITF or text in it, in a message with several items, whose others are counted', async () => {
    const inner = nitf.replace(/^[\s\S]*<nitf/, '<nitf');
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${item('<remoteContent href="http://evil.example/a.jpg"/>')}${item(`<inlineXML>${inner}</inlineXML>`)}${item('<inlineData contenttype="text/plain">Other.</inlineData>')}</itemSet></newsMessage>`;
    const { blocks, notices } = await readDraftOf(message, 'ferry.xml');
    expect(blocks[2]).toBe('paragraph: It carried 1.2 million people, they say.');
    expect(notices).toMatchObject({ articlesLeftOut: 1 });
  });

  test('ninjs of both versions is read, other JSON is not taken for it', async () => {
    const first = {
      headline: metadata.title,
      byline: 'By Nora Veld',
      versioncreated: '2026-01-06T09:00:00Z',
      language: 'en-GB',
    };
    const { proposal, blocks } = await readDraftOf(
      JSON.stringify({ ...first, body_xhtml: '<p>It <b>sank</b>.</p>' }),
      'a.json',
    );
    expect(proposal).toMatchObject(metadata);
    expect(blocks).toEqual(['heading1: The ferry that never left', 'paragraph: It sank.']);
    const second = {
      headlines: [{ value: metadata.title }],
      by: 'Nora Veld',
      versionCreated: '2026-01-06T09:00:00Z',
      language: 'en-GB',
      bodies: [{ contentType: 'text/plain', value: 'It sank.\n\nTwice.' }],
    };
    const read = await readDraftOf(JSON.stringify(second), 'a.json');
    expect(read.proposal).toMatchObject(metadata);
    expect(read.blocks).toEqual([
      'heading1: The ferry that never left',
      'paragraph: It sank.',
      'paragraph: Twice.',
    ]);
  });

  test('a byline has at most 2,000 characters', async () => {
    const long = nitf.replace('Nora Veld', 'Nora Veld, '.repeat(300));
    expect((await readDraftOf(long, 'ferry.xml')).proposal.byline?.length).toBeLessThanOrEqual(2_000);
  });

  test('they are searched for quotes', async () => {
    expect(await readTextOf(nitf, 'a.xml')).toMatchObject({
      pages: [expect.stringContaining('It carried 1.2 million people')],
      beside: ['The ferry that never left', 'Costs rise', 'By Nora Veld'],
    });
  });
});

describe('what is refused', () => {
  test.each([
    [
      'declares entities',
      nitf.replace('"nitf-3-4.dtd"', '"a" [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]'),
      'hostile',
    ],
    ['is cut off', nitf.slice(0, 400), 'damaged'],
    ['has only a picture elsewhere', item('<remoteContent href="http://evil.example/a.jpg"/>'), 'noText'],
    [
      'nests too deep',
      item(`<inlineXML><html>${'<div>'.repeat(1_000)}x${'</div>'.repeat(1_000)}</html></inlineXML>`),
      'hostile',
    ],
    ['is broken JSON', '{"headline":"x","body_text":"y"', 'damaged'],
    ['is JSON without a text', '{"headline":"x","body_text":""}', 'noText'],
  ])('it %s', async (_, file, code) => {
    expect(await readProblemOf(file, 'a.xml')).toMatchObject({ code });
  });
});

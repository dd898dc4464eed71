import { describe, expect, test } from 'vitest';
import { html } from '#renderer/documents/read/web/html.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { article, first, page, second, third } from './article-page.ts';
import { opened, readPage, readPaste } from './reading.ts';

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

describe('the notes of a page', () => {
  const withNotes = (reference: string, notes: string) =>
    `<html><body><article><h1>Ferry</h1><p>${first}</p><p>It sailed in 2025${reference}, twice.</p><p>${second}</p><p>${third}</p>${notes}</article></body></html>`;
  const read = async (reference: string, notes: string) => {
    const { blocks, notes: found } = await opened(readPage(withNotes(reference, notes)));
    return { blocks: blocks.filter((block) => /sailed in|ledger, p/i.test(block)), found };
  };
  const noted = {
    blocks: ['paragraph: It sailed in 2025[1], twice.', 'note: [1] Ledger, p. 12.'],
    found: ['[1] b6'],
  };

  test.each([
    [
      'a list that leads back',
      '<sup><a href="#x9" id="r1">1</a></sup>',
      '<ol class="footnotes"><li id="x9">Ledger, p. 12. <a href="#r1">↩</a></li></ol>',
    ],
    [
      'paragraphs in a list',
      '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
      '<div class="footnotes"><ol><li id="fn:1"><p>Ledger, p. 12. <a href="#fnref:1">↩</a></p></li></ol></div>',
    ],
    [
      'an encyclopedia',
      '<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>',
      '<ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span>Ledger, p. 12.</span></li></ol>',
    ],
    [
      'a newsletter without raised figures',
      '<a id="anchor-1" href="#footnote-1">1</a>',
      '<div><a id="footnote-1" href="#anchor-1">1</a><div><p>Ledger, p. 12.</p></div></div>',
    ],
    ['names alone', '<a href="#fn1"><sup>1</sup></a>', '<p id="fn1"><sup>1</sup> Ledger, p. 12.</p>'],
  ])('are notes of the draft: %s', async (_, reference, notes) => {
    expect(await read(reference, notes)).toEqual(noted);
  });

  test('a raised link to something else is in brackets, and never glued to a figure', async () => {
    const { blocks, found } = await read('<sup><a href="#map">2</a></sup>', '<div id="map">A map.</div>');
    expect(blocks).toEqual(['paragraph: It sailed in 2025[2], twice.']);
    expect(found).toEqual([]);
  });
});

test('deleted words of a page stay out and are counted, struck ones stay and are counted, both in its article alone', async () => {
  const changed = article(
    '<p>The <del>old</del><ins>new</ins> cars cost <s>40</s> <span style="text-decoration: line-through">50</span> euros, says the harbour.</p>',
  );
  const markup = `<html><body><nav><del>Gone</del> <s>Sale</s> <a href="/">Home</a></nav>${changed}</body></html>`;
  const { blocks, notices } = await opened(readPage(markup));
  expect(blocks).toContain('paragraph: The new cars cost 40 50 euros, says the harbour.');
  expect(notices).toContainEqual({ kind: 'changesAccepted', count: 1 });
  expect(notices).toContainEqual({ kind: 'struckThroughKept', count: 2 });
});

test('everything that a browser copied is kept, with its links', async () => {
  const markup = `<meta charset='utf-8'><p style="color: rgb(0, 0, 0); font-weight: 400;">It was <b>built</b> in
    1986, says the <a href="https://example.org/ledger">ledger</a>.</p><p>It sailed.</p><img src="https://example.org/a.png">`;
  expect(await opened(readPaste(markup))).toMatchObject({
    title: 'It was built in 1986, says the ledger.',
    blocks: ['paragraph: It was built in 1986, says the ledger.', 'paragraph: It sailed.'],
    links: ['ledger https://example.org/ledger'],
    notices: [{ kind: 'imagesLeftOut', count: 1 }],
  });
});

test('only the fragment of the clipboard is read', async () => {
  const markup = `<html><head><title>No</title></head><body>No
    <!--StartFragment--><h1>The ferry</h1><p>It sailed.</p><!--EndFragment--> No</body></html>`;
  expect(await opened(readPaste(markup))).toMatchObject({
    title: 'The ferry',
    blocks: ['heading1: The ferry', 'paragraph: It sailed.'],
  });
});

test('a first line that reads like a headline becomes a heading', async () => {
  const { blocks } = await opened(readPaste('<p>The ferry that paid for itself</p><p>It sailed.</p>'));
  expect(blocks).toEqual(['heading1: The ferry that paid for itself', 'paragraph: It sailed.']);
});

test('bold and italic of Google Docs are read from inline styles', async () => {
  const span = (style: string, words: string) =>
    `<span style="font-size:11pt;font-family:Arial,sans-serif;font-weight:400;font-style:normal;${style}white-space:pre-wrap;">${words}</span>`;
  const markup = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr">${span('', 'Ferry')}</h1>
    <p dir="ltr">${span('', 'It was ')}${span('font-weight:700;', 'built')}${span('', ' in ')}${span('font-style:italic;', '1986')}${span('', '.')}</p><br />
    <ol><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p dir="ltr" role="presentation">${span('', 'One')}</p></li>
    <ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr">${span('', 'Inner')}</p></li></ul>
    <li dir="ltr" style="list-style-type:decimal;"><p dir="ltr">${span('', 'Two')}</p></li></ol></b><br class="Apple-interchange-newline">`;
  const { blocks, marks, text } = await opened(readPaste(markup));
  expect(blocks).toEqual([
    ...['heading1: Ferry', 'paragraph: It was built in 1986.'],
    ...['listItem: 1. One', 'listItem: Inner', 'listItem: 2. Two'],
  ]);
  expect(marks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['bold', 'built'],
    ['italic', '1986'],
  ]);
});

const gap = `<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>`;
const item = (list: string, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:${list}'><![if !supportLists]><span lang=EN-GB
  style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}${gap}</span></span><![endif]>${words}<o:p></o:p></p>`;

test('lists and notes of Word, written as paragraphs and links, are read', async () => {
  const markup = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:p>No</o:p></xml><![endif]-->
    <style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB><!--StartFragment-->
    <p class=MsoTitle>The ferry<o:p></o:p></p><h2>Where it sails</h2>
    <p class=MsoNormal>It was built in 1986.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
    class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a><o:p>&nbsp;</o:p></p>
    ${item('l0 level1 lfo1', '·', 'First')}${item('l0 level2 lfo1', 'o', 'Inner')}${item('l1 level1 lfo2', '2.', 'Second')}
    ${item('l1 level2 lfo2', 'b)', 'Lettered')}
    <p class=MsoNormal><span style='mso-list:none'>Not</span> a list.</p>
    <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote'
    id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
    class=MsoFootnoteReference>[1]</span></a> Harbour ledger, p. 12.</p></div></div><!--EndFragment--></body></html>`;
  expect(await opened(readPaste(markup))).toMatchObject({
    title: 'The ferry',
    blocks: [
      ...['heading1: The ferry', 'heading2: Where it sails', 'paragraph: It was built in 1986.[1]'],
      'note: [1] Harbour ledger, p. 12.',
      ...['listItem: First', 'listItem: Inner', 'listItem: 2. Second', 'listItem: b) Lettered'],
      'paragraph: Not a list.',
    ],
    notes: ['[1] b4'],
    notices: [{ kind: 'notesKept', count: 1 }],
  });
});

test.each(['', '<p>&nbsp;</p>', '<img src=a.png>', '<!--StartFragment--><!--EndFragment-->'])(
  'a paste without text, as %j, is refused as empty',
  async (markup) => {
    expect(await readPaste(markup)).toMatchObject({ ok: false, problem: { code: 'empty' } });
  },
);

test('a paste longer than the longest article is refused', async () => {
  expect(await readPaste('a ferry '.repeat(1_300_000))).toMatchObject({
    ok: false,
    problem: { code: 'tooLarge' },
  });
});

test('items of Word’s lists keep their numbers of any form, and lose their bullets', async () => {
  const read = async (label: string) => {
    const marked = item('l0 level1 lfo1', label, 'Words');
    const filtered = `<p class=MsoListParagraph>${label}${gap}Words</p>`;
    const { blocks } = await opened(readPaste(`<p>First words.</p>${marked}${filtered}<p>Last words.</p>`));
    return blocks.slice(1, -1);
  };
  for (const label of ['1.1.', '1.2.3', '1.1', 'A.1', 'IV.', '(b)', 'ж)'])
    expect(await read(label)).toEqual([`listItem: ${label} Words`, `listItem: ${label} Words`]);
  for (const label of ['·', 'o', '§'])
    expect(await read(label)).toEqual(['listItem: Words', 'listItem: Words']);
});

test.each([
  ['comments', '<p>', (index: number) => `<a href="#_msocom_${index}">[A${index}]</a> Word. `, 4_000],
  ['texts in a long style', `<div style="${'a:b;'.repeat(20_000)}font-family">`, () => '<b>a</b> ', 10_000],
])('a paste with many %s is read in time', async (_, start, write, count) => {
  await readPaste(start + Array.from({ length: count }, (_none, index) => write(index)).join(''));
});

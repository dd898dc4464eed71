import { expect, test } from 'vitest';
import { opened, readPaste } from './reading';

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
  ['comments', '<p>', (index: number) => `<a href="#_msocom_${index}">[A${index}]</a> Word. `, 2_000],
  ['texts in a long style', `<div style="${'a:b;'.repeat(20_000)}font-family">`, () => '<b>a</b> ', 2_000],
])('a paste with many %s is read in time', async (_, start, write, count) => {
  const begun = performance.now();
  await readPaste(start + Array.from({ length: count }, (_none, index) => write(index)).join(''));
  expect(performance.now() - begun).toBeLessThan(5_000);
});

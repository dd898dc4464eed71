import { describe, expect, test } from 'vitest';
import {
  draftOf,
  fieldCharacter,
  instruction,
  makeDocx,
  p,
  problemOf,
  r,
  style,
  styled,
  stylesPart,
} from './make-docx.ts';

const withStyles = (body: string, ...styles: string[]) => makeDocx({ body, parts: stylesPart(...styles) });
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

describe('hidden text', () => {
  const hidden = '<w:vanish/>';
  const body =
    p(r('Seen ') + r('not ', hidden) + r('this ', hidden) + r('on') + r(' off', '<w:vanish w:val="0"/>')) +
    styled('Secret', r('All of it') + r(' but this', '<w:vanish w:val="false"/>')) +
    p(r('By style', '<w:rStyle w:val="Hid"/>') + r(' more', '<w:rStyle w:val="Based"/>') + r('End'));

  test('hidden text stays out and is counted by place, also where a style hides it', async () => {
    const { blocks, notices } = await draftOf(
      withStyles(
        body,
        style('Secret', 'Secret', `<w:rPr>${hidden}</w:rPr>`),
        style('Hid', 'Hid', `<w:rPr>${hidden}</w:rPr>`, 'character'),
        style('Based', 'Based', '<w:basedOn w:val="Hid"/>', 'character'),
      ),
    );
    expect(blocks).toEqual(['paragraph: Seen on off', 'paragraph: but this', 'paragraph: End']);
    expect(notices).toEqual({ hiddenLeftOut: 3 });
  });

  test('hidden notes and text boxes stay out as well', async () => {
    const reference = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>';
    const box = `<w:r><w:rPr><w:vanish/></w:rPr><w:txbxContent>${p('Boxed')}</w:txbxContent></w:r>`;
    const notes = `<w:footnotes><w:footnote w:id="1">${p('Note')}</w:footnote></w:footnotes>`;
    const { blocks } = await draftOf(
      makeDocx({
        body: p(r('One') + reference + box),
        parts: { 'word/footnotes.xml': { type: 'footnotes', xml: notes } },
      }),
    );
    expect(blocks).toEqual(['paragraph: One']);
  });
});

describe('a table of contents is left out and counted once', () => {
  const entries = styled('TOC1', 'The pier 3') + styled('TOC2', 'Its end 4');
  const after = styled('H', 'The pier') + p('It stood.');
  const field =
    styled(
      'TOC1',
      `${fieldCharacter('begin')}${instruction(' TOC \\o "1-3" ')}${fieldCharacter('separate')}${r('The pier 3')}`,
    ) +
    p('Its end 4') +
    p(fieldCharacter('end'));
  test.each([
    ['by the style of its entries', entries],
    ['as a field', field],
    ['as a simple field', p(`<w:fldSimple w:instr="TOC \\h">${r('The pier 3')}</w:fldSimple>`)],
    [
      'as a part of its gallery',
      control(
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        p('Contents') + field,
      ),
    ],
  ])('a table of contents %s', async (_how, contents) => {
    const { blocks, notices } = await draftOf(
      withStyles(
        p('Start.') + contents + after,
        style('TOC1', 'toc 1'),
        style('TOC2', 'TOC 2'),
        style('H', 'heading 1'),
      ),
    );
    expect(blocks).toEqual(['paragraph: Start.', 'heading1: The pier', 'paragraph: It stood.']);
    expect(notices).toEqual({ contentsLeftOut: 1 });
  });

  test('two tables of contents with text between them are counted as two', async () => {
    const { notices } = await draftOf(
      withStyles(entries + p('Between') + entries + after, style('TOC1', 'toc 1'), style('TOC2', 'toc 2')),
    );
    expect(notices).toEqual({ contentsLeftOut: 2 });
  });
});

test('placeholders of content controls stay out, their own text is read', async () => {
  const placeholder = '<w:showingPlcHdr/>';
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const body = [
    p(r('Date: ') + control(placeholder, r('Click here to enter a date.')) + control('', r('May 1'))),
    control(placeholder, p('Click here to enter text.')) + control('<w:showingPlcHdr w:val="0"/>', p('Kept')),
    `<w:tbl><w:tr>${cell(p('a'))}${control(placeholder, cell(p('Choose')))}${cell(p('c'))}</w:tr></w:tbl>`,
  ];
  const { blocks, notices } = await draftOf(makeDocx({ body: body.join('') }));
  expect(blocks).toEqual(['paragraph: Date: May 1', 'paragraph: Kept', 'tableRow: a\t\tc']);
  expect(notices).toEqual({ placeholdersLeftOut: 3, tablesKept: 1 });
});

test('symbols of known fonts are read, others are shown as missing and counted', async () => {
  const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
  const known = symbol('Wingdings', 'F0FC') + symbol('Symbol', '61') + symbol('MS Gothic', '2610');
  const unknown = symbol('House Icons', 'F041') + symbol('House Icons', '0041') + symbol('Wingdings', 'zz');
  const { blocks, notices } = await draftOf(makeDocx({ body: p(r('On ') + known + unknown) }));
  expect(blocks).toEqual(['paragraph: On ✓α☐\ufffd\ufffd\ufffd']);
  expect(notices).toEqual({ symbolsMissing: 3 });
});

test('a SYMBOL field without a result shows its symbol, and one of an unknown font is counted', async () => {
  const field = (code: string, result = '') =>
    `${fieldCharacter('begin')}${instruction(code)}${result === '' ? '' : fieldCharacter('separate') + r(result)}${fieldCharacter('end')}`;
  const body = [
    p(r('A ') + field('SYMBOL 177 \\f "Symbol" \\s 12') + r(' 5 %')),
    p(r('B ') + field('SYMBOL 65 \\f "House Icons"') + field('SYMBOL 65 \\f "House Icons"', '@')),
    p(
      `${r('C ')}<w:fldSimple w:instr="SYMBOL 0x80"/><w:fldSimple w:instr="SYMBOL 163">${r('£')}</w:fldSimple>`,
    ),
    p(r('D') + r(' ', '<w:vanish/>') + field('PAGEREF x')),
  ];
  const { blocks, notices } = await draftOf(makeDocx({ body: body.join('') }));
  expect(blocks).toEqual(['paragraph: A ± 5 %', 'paragraph: B \ufffd@', 'paragraph: C €£', 'paragraph: D']);
  expect(notices).toEqual({ symbolsMissing: 1 });
});

test('page headers and footers are counted, those without words are not', async () => {
  const bytes = makeDocx({
    body: p('Text.'),
    parts: {
      'word/header1.xml': { type: 'header', xml: `<w:hdr>${p('The Daily')}</w:hdr>` },
      'word/header2.xml': { type: 'header', xml: `<w:hdr>${p(' ')}</w:hdr>` },
      'word/footer1.xml': { type: 'footer', xml: `<w:ftr>${p('Draft')}${p('of May')}</w:ftr>` },
    },
  });
  expect((await draftOf(bytes)).notices).toEqual({ pageLinesLeftOut: 2 });
});

test('embedded documents are named, and one whose text is only there is refused with what to do', async () => {
  const embedded = '<w:altChunk r:id="x"/>';
  expect((await draftOf(makeDocx({ body: p('Text.') + embedded }))).notices).toEqual({ documentsLeftOut: 1 });
  expect(await problemOf(makeDocx({ body: p('') + embedded }))).toMatchObject({
    code: 'noText',
    message: expect.stringMatching(/only in embedded or linked documents.* Open it in Word, save it/),
  });
});

test('a document with pictures alone is refused as one without words', async () => {
  const picture = p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>');
  expect(await problemOf(makeDocx({ body: picture }), 'scan.docx')).toMatchObject({
    code: 'noText',
    message: expect.stringMatching(/^scan\.docx holds pictures but no words; nothing was changed\./),
  });
  expect(await problemOf(makeDocx({ body: p('') }))).toMatchObject({ code: 'empty' });
});

test('words that are only struck through stay, and are counted by passage, also where a style strikes them', async () => {
  const struck = '<w:strike/>';
  const body =
    p(r('Salmon ') + r('Sold ', struck) + r('out', '<w:strike w:val="0"/><w:dstrike/>') + r(' today')) +
    p(r('Cod', struck) + r(' and eel') + r(' gone', '<w:rStyle w:val="Out"/>')) +
    styled('Gone', r('All of it') + r(' but this', '<w:strike w:val="0"/>') + r('', struck));
  const { blocks, notices } = await draftOf(
    withStyles(
      body,
      style('Gone', 'Gone', `<w:rPr>${struck}</w:rPr>`),
      style('Out', 'Out', `<w:rPr>${struck}</w:rPr>`, 'character'),
    ),
  );
  expect(blocks).toEqual([
    'paragraph: Salmon Sold out today',
    'paragraph: Cod and eel gone',
    'paragraph: All of it but this',
  ]);
  expect(notices).toEqual({ struckThroughKept: 4 });
});

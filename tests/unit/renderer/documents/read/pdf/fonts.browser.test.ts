import { describe, expect, test } from 'vitest';
import { makePdf, streamOf } from '../make-pdf.ts';
import { proposalOf, readPdf } from './reading.ts';

/** A page that shows a string of codes in a font X, which `dictionary` describes; more objects follow it from number 12 on. */
function pdfInFont(dictionary: string, hexCodes: string, more: string[] = [], before = '') {
  const contents = [`BT /F 12 Tf 50 740 Td (${before}) Tj ET BT /X 12 Tf 50 700 Td <${hexCodes}> Tj ET`];
  return makePdf({ pages: [], contents, more: [dictionary, ...more], moreFonts: '/X 11 0 R' });
}

const namedFont = (names: string) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 ${names}] >> >>`;
const sequence = (length: number) =>
  Array.from({ length }, (_, index) => (index + 1).toString(16).padStart(2, '0')).join('');

describe('glyph names are read by the rules of the Adobe Glyph List', () => {
  test.each([
    ['/n.sc /one.os /nine.os /eight.tf /six.tnum', 'n1986'],
    ['/v.sc /f_f_i /c.alt /uni0065 /u20AC', 'vffice€'],
    ['/zerooldstyle /fouroldstyle /Asmall', '04a'],
    ['/T_h /e /uni00660069', 'Thefi'],
  ])('the glyphs %s are “%s”', async (names, text) => {
    const { text: read } = await proposalOf(pdfInFont(namedFont(names), sequence(names.split(' ').length)));
    expect(read).toBe(text);
  });

  test('no figure vanishes at a code that would be white space', async () => {
    const names = '/a /b /c /d /e /f /g /h /one.os /two.os /three.os /four.os /five.os';
    expect((await proposalOf(pdfInFont(namedFont(names), sequence(13)))).text).toBe('abcdefgh12345');
  });
});

test('a soft hyphen at the end of a line joins the parts of a word, and is not shown', async () => {
  const codes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0).toString(16)).join('');
  const widths = `/FirstChar 1 /LastChar 122 /Widths [${'500 '.repeat(122)}]`;
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${widths} /Encoding << /Type /Encoding /Differences [1 /uni00AD] >> >>`;
  const lines = `BT /X 12 Tf 50 700 Td <${codes('items may be refer')}01> Tj 0 -14 Td <${codes('enced by a number')}> Tj ET`;
  const bytes = makePdf({ pages: [], contents: [lines], more: [font], moreFonts: '/X 11 0 R' });
  expect((await proposalOf(bytes)).text).toBe('items may be referenced by a number');
});

test('ligatures become letters and are counted', async () => {
  const names = '/o /ffi /c /e /space /fi /l /e';
  const result = await readPdf(pdfInFont(namedFont(names), sequence(8)));
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.proposal.text).toBe('office file');
  expect(result.notices).toContainEqual({ kind: 'ligaturesResolved', count: 2 });
});

const typeThree = (firstCode: number) => {
  const names = Array.from({ length: 30 }, (_, index) => `/g${index + 1}`);
  return `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar ${firstCode} /LastChar ${firstCode + 29} /Widths [${names.map(() => 7).join(' ')}] /Encoding << /Type /Encoding /Differences [${firstCode} ${names.join(' ')}] >> /CharProcs << ${names.map((name) => `${name} 12 0 R`).join(' ')} >> >>`;
};
const glyph = streamOf('7 0 d0 0 0 5 5 re f');
const codes = (firstCode: number) =>
  Array.from({ length: 60 }, (_, index) =>
    (firstCode + ((index * 7) % 30)).toString(16).padStart(2, '0'),
  ).join('');
const identityFont =
  '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Arial /Encoding /Identity-H /DescendantFonts [12 0 R] >>';
const descendant =
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Arial /Flags 4 >> >>';
/** Glyph numbers of a common font, which are the codes of letters less 29: a sentence looks like "7KHIHUU\". */
const glyphNumbers = Array.from('The ferry that has carried the people over the Sound is old. ', (letter) =>
  (letter.charCodeAt(0) - 29).toString(16).padStart(4, '0'),
).join('');
const privateMap = streamOf(
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00ff> <e000> endbfrange endcmap end end',
);

describe('letters that the file does not tell', () => {
  const fonts: [string, string, string, string[]][] = [
    ['a Type 3 font with names of its own at codes of control characters', typeThree(1), codes(1), [glyph]],
    ['a Type 3 font with names of its own at codes of letters', typeThree(60), codes(60), [glyph]],
    ['glyph numbers without a map to characters', identityFont, glyphNumbers, [descendant]],
    [
      'a map to private characters',
      identityFont.replace('>>', '/ToUnicode 13 0 R >>'),
      glyphNumbers,
      [descendant, privateMap],
    ],
  ];

  test.each(fonts)('a file with nothing but %s is refused as such', async (_kind, font, shown, more) => {
    expect(await readPdf(pdfInFont(font, shown, more))).toMatchObject({
      ok: false,
      problem: { code: 'undecodable', message: expect.stringContaining('which letters') },
    });
  });

  test.each(fonts)('%s beside readable text is left out and counted', async (_kind, font, shown, more) => {
    const readable = 'The ferry that has carried the people over the Sound is old.';
    const imported = await readPdf(pdfInFont(font, shown, more, readable));
    if (!imported.ok) throw new Error(imported.problem.message);
    expect(imported.proposal.text).toBe(readable);
    expect(imported.notices).toEqual([{ kind: 'charactersUnknown', count: expect.any(Number), pages: [1] }]);
  });

  test('unknown letters within a line are shown as missing', async () => {
    const contents = ['BT /F 12 Tf 50 700 Td (Let ) Tj /X 12 Tf <0102> Tj /F 12 Tf ( be a prime.) Tj ET'];
    const pdf = makePdf({ pages: [], contents, more: [typeThree(1), glyph], moreFonts: '/X 11 0 R' });
    expect((await proposalOf(pdf)).text).toBe('Let \ufffd be a prime.');
  });
});

import { expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { draftOf, fieldCharacter, fileOf, instruction, makeDocx, p, r } from './make-docx.ts';

const read = async (content: string) => {
  const { blocks, notices } = await draftOf(makeDocx({ body: p(content) }));
  return { text: blocks.join('\n').replace(/^paragraph: /, ''), notices };
};

const m = (name: string, content: string, properties = '') =>
  `<m:${name}>${properties === '' ? '' : `<m:${name}Pr>${properties}</m:${name}Pr>`}${content}</m:${name}>`;
const term = (name: string, words: string) => m(name, words === '' ? '' : `<m:r><m:t>${words}</m:t></m:r>`);
const formula = async (content: string) => (await read(`<m:oMath>${content}</m:oMath>`)).text;

test.each([
  ['a fraction of sums', m('f', term('num', 'a+b') + term('den', 'c+2')), '(a+b)/(c+2)'],
  ['a fraction of single terms', m('f', term('num', 'a') + term('den', '12')), 'a/12'],
  [
    'a binomial',
    m('d', m('e', m('f', term('num', 'n') + term('den', 'k'), '<m:type m:val="noBar"/>'))),
    '(n k)',
  ],
  ['a power of a sum', m('sSup', term('e', 'x') + term('sup', 'n+1')), 'x^(n+1)'],
  ['the usual brackets', `<m:r><m:t>f</m:t></m:r>${m('d', term('e', 'x') + term('e', 'y'))}`, 'f(x|y)'],
  ['other brackets', m('d', term('e', 'x'), '<m:begChr m:val="["/><m:endChr m:val=""/>'), '[x'],
  ['a square root', m('rad', term('deg', '') + term('e', '3')), '√3'],
  ['a cube root', m('rad', term('deg', '3') + term('e', 'x+1')), '³√(x+1)'],
  ['a sum', m('nary', term('sub', 'i') + term('sup', 'n') + term('e', 'i'), '<m:chr m:val="∑"/>'), '∑_i^n i'],
  ['an integral', m('nary', term('sub', '') + term('sup', '') + term('e', 'f')), '∫ f'],
  ['a mean', m('bar', term('e', 'x'), '<m:pos m:val="top"/>'), 'x\u0305'],
  ['a limit', m('limLow', term('e', 'lim') + term('lim', 'n→∞')), 'lim_(n→∞)'],
  [
    'a matrix',
    m('m', m('mr', term('e', 'a') + term('e', 'b')) + m('mr', term('e', 'c') + term('e', 'd'))),
    'a b; c d',
  ],
])('a formula keeps its signs: %s', async (_name, content, text) => {
  expect(await formula(content)).toBe(text);
});

test('figures that are raised are raised characters, except the label of a note', async () => {
  const raised = (words: string) => r(words, '<w:vertAlign w:val="superscript"/>');
  const content = `${raised('1')}${r(' About 10')}${raised('9')}${r(' m')}${raised('−2')}${r(' on the 2')}${raised('nd')}`;
  expect((await read(content)).text).toBe('1 About 10⁹ m⁻² on the 2nd');
});

test('text in a symbol font is what it shows, and symbols of other fonts are shown as missing and counted', async () => {
  const inFont = (words: string, font: string) => r(words, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
  const content = `${r('5 ')}${inFont('m', 'Symbol')}${r('g ')}${inFont('\uf0fc', 'Wingdings')}${inFont(' a\uf041', 'Acme Icons')}${r(' \uf0b7')}`;
  const { text, notices } = await read(content);
  expect(text).toBe('5 μg ✓ a\ufffd \ufffd');
  expect(notices).toEqual({ symbolsMissing: 2 });
});

test('a shown character that is another one in the file stands for its element in the map', () => {
  const result = readWordDraft(
    fileOf(makeDocx({ body: p(`${r('10')}${r('9', '<w:vertAlign w:val="superscript"/>')}`) })),
  );
  expect(result.ok && result.textMap?.segments).toEqual([
    { part: 0, element: 0, offset: 0, length: 2 },
    { part: 0, element: 1, text: '⁹' },
  ]);
});

test('WordArt and the words of a drawing are text', async () => {
  const art = '<w:r><w:pict><v:shape><v:textpath string="Extra"/></v:shape></w:pict></w:r>';
  const drawing =
    '<w:r><w:drawing><a:txBody><a:p><a:r><a:t>Quay</a:t></a:r></a:p></a:txBody></w:drawing></w:r>';
  const { blocks } = await draftOf(makeDocx({ body: p(`${r('Read')}${art}${r('all')}${drawing}`) }));
  expect(blocks).toEqual(['paragraph: Read Extra all', 'paragraph: Quay']);
});

test('a formula in a field without a result is counted', async () => {
  const field = `${fieldCharacter('begin')}${instruction(' EQ \\f(1,2) ')}${fieldCharacter('end')}`;
  expect(await read(`${r('It is ')}${field}`)).toEqual({ text: 'It is', notices: { objectsLeftOut: 1 } });
});

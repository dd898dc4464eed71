import { expect, test } from 'vitest';
import { readDraftOf } from '../reading';
import { makeDoc } from './make-doc';

const hide = [0x3c, 0x08, 1];
const show = [0x3c, 0x08, 0];
const characterStyle = (number: number) => [0x30, 0x4a, number, 0];

test('text that a style hides stays out and is counted', async () => {
  const { blocks, notices } = await readDraftOf(
    makeDoc({
      styles: [
        { isParagraph: true, properties: hide },
        { isParagraph: false, properties: hide },
        { isParagraph: false, base: 2 },
      ],
      paragraphs: [
        { runs: [{ text: 'Seen ' }, { text: 'not this ', properties: characterStyle(2) }, { text: 'on' }] },
        { style: 1, runs: [{ text: 'None of it' }, { text: ' but this', properties: show }] },
        { runs: [{ text: 'End' }, { text: ' based', properties: characterStyle(3) }] },
      ],
    }),
    'article.doc',
  );
  expect(blocks).toEqual(['paragraph: Seen on', 'paragraph: but this', 'paragraph: End']);
  expect(notices).toEqual({ hiddenLeftOut: 3 });
});

test('page headers and footers are counted, those without words are not', async () => {
  const { blocks, notices } = await readDraftOf(
    makeDoc({
      paragraphs: [{ runs: [{ text: 'Text.' }] }],
      pageLines: ['', 'The Daily\r', '', 'Draft\rof May\r', '', '\r'],
    }),
    'article.doc',
  );
  expect(blocks).toEqual(['paragraph: Text.']);
  expect(notices).toEqual({ pageLinesLeftOut: 2 });
});

test('a SYMBOL field without a result shows its symbol, and one of an unknown font is counted', async () => {
  const field = (code: string, result = '') => `\x13${code}${result === '' ? '' : `\x14${result}`}\x15`;
  const text = `A ${field('SYMBOL 177 \\f "Symbol"')} ${field('SYMBOL 65 \\f "House Icons"')}${field('SYMBOL 65 \\f "House Icons"', '@')} 5`;
  const { blocks, notices } = await readDraftOf(
    makeDoc({ paragraphs: [{ runs: [{ text }] }] }),
    'article.doc',
  );
  expect(blocks).toEqual(['paragraph: A ± \ufffd@ 5']);
  expect(notices).toEqual({ symbolsMissing: 1 });
});

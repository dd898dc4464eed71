import { expect, test } from 'vitest';
import boxes from '../../../../../fixtures/formats/boxes.doc?url';
import { loadFile, readDraftOf } from '../reading.ts';
import { makeDoc } from './make-doc.ts';

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

/** Without the table that says where drawings stand in the text ([MS-DOC] 2.5.6, fcPlcSpaMom). */
function removeShapePlaces(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const header = copy.findIndex((byte, at) => at % 512 === 0 && byte === 0xec && copy[at + 1] === 0xa5);
  new DataView(copy.buffer).setUint32(header + 0x9a + 40 * 8 + 4, 0, true);
  return copy;
}

const boxesInPlace = [
  ...['paragraph: The ferry carried 1.2 million people.', 'paragraph: It was built in 1986.'],
  ...['paragraph: Nobody asked why.', 'paragraph: The council paid.'],
  ...['tableRow: Year\tCost', 'tableRow: 2024\t52 million'],
  ...['paragraph: Two piers stand there.', 'paragraph: The old pier', 'paragraph: The new pier'],
  ...['paragraph: Once it was moved.', 'paragraph: A frame', 'paragraph: of two lines'],
  ...['paragraph: In 東京 漢字(かんじ) too.', 'paragraph: The end.'],
];

test('text boxes, also those in a group, follow the paragraph that anchors them', async () => {
  const { blocks, notices } = await readDraftOf(await loadFile(boxes), 'boxes.doc');
  expect(blocks).toEqual(boxesInPlace);
  expect(notices).toEqual({ tablesKept: 1 });
});

test('text boxes of which the file does not say where they belong stand at the end, with a notice', async () => {
  const { blocks, notices } = await readDraftOf(removeShapePlaces(await loadFile(boxes)), 'boxes.doc');
  expect(blocks.toSorted()).toEqual(boxesInPlace.toSorted());
  expect(blocks.indexOf('paragraph: It was built in 1986.')).toBeGreaterThan(
    blocks.indexOf('paragraph: The end.'),
  );
  expect(notices).toEqual({ tablesKept: 1, objectsLeftOut: 3, textBoxesAtEnd: 4 });
});

test('the value of a SET field is not shown, a formula and the prompt of a MACROBUTTON are counted', async () => {
  const text =
    'A \x13SET x "one"\x14one\x15\x13REF x\x14one\x15 \x13EQ \\f(1,2)\x15\x13MACROBUTTON None [Type here]\x15 B';
  const { blocks, notices } = await readDraftOf(
    makeDoc({ paragraphs: [{ runs: [{ text }] }] }),
    'article.doc',
  );
  expect(blocks).toEqual(['paragraph: A one B']);
  expect(notices).toEqual({ objectsLeftOut: 1, placeholdersLeftOut: 1 });
});

test('a list begins anew where a reference to it says so', async () => {
  const item = (text: string, list: number) => ({ list, runs: [{ text }] });
  const { blocks } = await readDraftOf(
    makeDoc({
      listReferences: [null, 1, 5],
      paragraphs: [item('a', 1), item('b', 1), item('c', 2), item('d', 2), item('e', 3), item('f', 2)],
    }),
    'article.doc',
  );
  expect(blocks.map((block) => block.replace('listItem: ', ''))).toEqual([
    ...['1. a', '2. b', '1. c', '2. d', '5. e', '6. f'],
  ]);
});

test('words that are only struck through stay, and are counted by passage', async () => {
  const { blocks, notices } = await readDraftOf(
    makeDoc({
      paragraphs: [
        { runs: [{ text: 'Salmon ' }, { text: 'Sold out', properties: [0x37, 0x08, 1] }] },
        { runs: [{ text: 'Cod', properties: [0x53, 0x2a, 1] }, { text: ' and eel' }] },
      ],
    }),
    'article.doc',
  );
  expect(blocks).toEqual(['paragraph: Salmon Sold out', 'paragraph: Cod and eel']);
  expect(notices).toEqual({ struckThroughKept: 2 });
});

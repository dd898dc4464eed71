import { expect, test } from 'vitest';
import { draftOf, makeDocx, styled as of, r, style, stylesPart } from './make-docx.ts';

const level = (at: number, pattern: string, style: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:pStyle w:val="${style}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, '%1', 'H1')}${level(1, '%1.%2', 'H2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const heading = (id: string, name: string, numbers: string, based = '') =>
  style(id, name, `${based}<w:pPr><w:numPr>${numbers}</w:numPr></w:pPr>`);
const numId = '<w:numId w:val="1"/>';

const read = (body: string, ...styles: string[]) =>
  draftOf(
    makeDocx({
      body,
      parts: {
        'word/numbering.xml': { type: 'numbering', xml: numbering },
        ...stylesPart(...styles),
      },
    }),
  );

test('numbered headings keep their number, and the title of the article has none', async () => {
  const body =
    of('H1', 'The pier') + of('H2', 'Its end') + of('H2', r('The '.concat('rest'))) + of('H1', 'After');
  const { blocks, proposal } = await read(
    body,
    heading('H1', 'heading 1', numId),
    heading('H2', 'heading 2', `<w:ilvl w:val="1"/>${numId}`),
  );
  expect(blocks).toEqual([
    'heading1: 1 The pier',
    'heading2: 1.1 Its end',
    'heading2: 1.2 The rest',
    'heading1: 2 After',
  ]);
  expect(proposal.title).toBe('The pier');
});

test('the level of a heading follows from the style that its list names, and the list from the style it is based on', async () => {
  const { blocks } = await read(
    of('H1', 'One') + of('H2', 'Deep') + of('H1', 'None', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    heading('H1', 'heading 1', numId),
    heading('H2', 'heading 2', '', '<w:basedOn w:val="H1"/>'),
  );
  expect(blocks).toEqual(['heading1: 1 One', 'heading2: 1.1 Deep', 'heading1: None']);
});

test('a numbered heading without words stays out', async () => {
  const { blocks } = await read(of('H1', '') + of('H1', 'One'), heading('H1', 'heading 1', numId));
  expect(blocks).toEqual(['heading1: 2 One']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResultSchema } from '#shared/import/base/proposal.ts';
import { damagedCopies } from '../damaged-copies.ts';
import { makePdf } from '../make-pdf.ts';
import { column, content, proposalOf, readPdf } from './reading.ts';

const left = [
  'The ferry that has carried the people',
  'over the Sound since it was built will',
  'be replaced next year by another, as',
  'the company that runs it has said in a',
];
const right = [
  'report to those who own it, which was',
  'printed in the spring, and nobody has',
  'been told what will become of those',
  'who live on the islands in the Sound.',
];

describe('columns', () => {
  test('columns are read one after the other, and a paragraph continues from one to the next', async () => {
    const contents = [content([...column(50, left), ...column(300, right)])];
    expect((await proposalOf(makePdf({ pages: [], contents }))).text).toBe([...left, ...right].join(' '));
  });

  test('columns are read one after the other even when the file alternates between them', async () => {
    const sides = column(50, left).flatMap((line, at) => [line, ...column(300, right).slice(at, at + 1)]);
    expect((await proposalOf(makePdf({ pages: [], contents: [content(sides)] }))).text).toBe(
      [...left, ...right].join(' '),
    );
  });

  test('columns are read after a title that spans both', async () => {
    const lines = [...column(50, left), ...column(300, right)];
    const contents = [content([[50, 740, 'A ship that nobody wants to replace in time', 20], ...lines])];
    const { title, text } = await proposalOf(makePdf({ pages: [], contents }));
    expect(title).toBe('A ship that nobody wants to replace in time');
    expect(text).toBe(`${title}\n\n${[...left, ...right].join(' ')}`);
  });

  test('a table is no columns, and is kept row by row', async () => {
    const rows = [
      ['Year', 'Passengers'],
      ['2019', '38'],
      ['2020', '21'],
    ].flatMap(([a = '', b = ''], at): [number, number, string][] => [
      [50, 700 - 12 * at, a],
      [200, 700 - 12 * at, b],
    ]);
    expect((await proposalOf(makePdf({ pages: [], contents: [content(rows)] }))).text).toBe(
      'Year\tPassengers\n\n2019\t38\n\n2020\t21',
    );
  });
});

test('rotated text is kept', async () => {
  const contents = [
    `${content(column(50, left))} BT /F 10 Tf 0 1 -1 0 400 500 Tm (Passengers in millions) Tj ET`,
  ];
  expect((await proposalOf(makePdf({ pages: [], contents }))).text).toBe(
    `${left.join(' ')}\n\nPassengers in millions`,
  );
});

describe('a PDF that can’t be opened', () => {
  test.each([
    [
      'with a password',
      makePdf({ pages: [['Hello']], locked: true }),
      'protected',
      'protected by a password',
    ],
    ['without pages', makePdf({ pages: [] }), 'empty', 'has no pages'],
    [
      'with nothing but its signature',
      new TextEncoder().encode('%PDF-1.4\nand nothing of one'),
      'damaged',
      'incomplete',
    ],
    [
      'with too many pages',
      makePdf({ pages: Array.from({ length: 5_001 }, () => []) }),
      'tooLarge',
      '5,000 pages',
    ],
  ])('a PDF %s is refused with its reason', async (_kind, bytes, code, words) => {
    const imported = await readPdf(bytes);
    expect(imported).toMatchObject({ ok: false, problem: { code, message: expect.stringContaining(words) } });
  });

  test('a PDF truncated anywhere in its objects is refused as damaged', async () => {
    const pdf = makePdf({ pages: [['Hello'], ['and goodbye']] });
    const whole = new TextDecoder('latin1').decode(pdf);
    for (let end = 200; end < whole.lastIndexOf('xref\n0'); end += 97)
      expect(await readPdf(pdf.slice(0, end))).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  });
});

test('pages without text are counted in a notice', async () => {
  const imported = await readPdf(makePdf({ pages: [['The ferry is old.'], [], []] }));
  expect(imported).toMatchObject({ ok: true, notices: [{ kind: 'pagesWithoutText', count: 2 }] });
});

test.each([
  ['Microsoft Word - ferry final.doc', 'The ferry is old.'],
  ['ferry_final.indd', 'The ferry is old.'],
  ['Untitled', 'The ferry is old.'],
  ['A ship without a successor', 'A ship without a successor'],
])('the title property “%s” leads to the title “%s”', async (title, expected) => {
  expect((await proposalOf(makePdf({ pages: [['The ferry is old.']], title }))).title).toBe(expected);
});

test('titles and names may be in any script', async () => {
  const pdf = makePdf({ pages: [['The ferry is old.']], title: 'Паром уходит', author: 'Анна Иванова' });
  expect(await proposalOf(pdf)).toMatchObject({ title: 'Паром уходит', byline: 'Анна Иванова' });
});

test('a PDF damaged at random has an answer that the schema accepts', async () => {
  const pdf = makePdf({ pages: [left, right], title: 'Title', link: 'https://example.org/' });
  await fc.assert(
    fc.asyncProperty(damagedCopies(pdf), async (bytes) => {
      expect(readResultSchema.safeParse(await readPdf(bytes)).success).toBe(true);
    }),
    { numRuns: 15 },
  );
});

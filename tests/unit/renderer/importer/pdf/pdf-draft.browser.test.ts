import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft } from '../../../../../renderer/importer/read';
import { createFileOrigin } from '../../../../../shared/domain/draft-origin';
import { readResultSchema } from '../../../../../shared/import/proposal';
import { damagedCopies } from '../damaged-copies';
import { makePdf } from '../make-pdf';
import { strictReporter } from '../reporter';

const read = (bytes: Uint8Array) =>
  readDraft({ origin: createFileOrigin('a.pdf'), type: null, charset: null, bytes }, strictReporter);

async function textOf(bytes: Uint8Array) {
  const imported = await read(bytes);
  if (!imported.ok) throw new Error(imported.problem.message);
  return imported.proposal;
}

/** A content stream of lines in Helvetica, each at its own position. */
const content = (lines: [x: number, y: number, text: string, size?: number][]) =>
  lines.map(([x, y, text, size = 10]) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');

const column = (x: number, words: string[]) =>
  words.map((text, at): [number, number, string] => [x, 700 - 12 * at, text]);
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
    expect((await textOf(makePdf({ pages: [], contents }))).text).toBe([...left, ...right].join(' '));
  });

  test('columns are read one after the other even when the file alternates between them', async () => {
    const sides = column(50, left).flatMap((line, at) => [line, ...column(300, right).slice(at, at + 1)]);
    expect((await textOf(makePdf({ pages: [], contents: [content(sides)] }))).text).toBe(
      [...left, ...right].join(' '),
    );
  });

  test('columns are read after a title that spans both', async () => {
    const lines = [...column(50, left), ...column(300, right)];
    const contents = [content([[50, 740, 'A ship that nobody wants to replace in time', 20], ...lines])];
    const { title, text } = await textOf(makePdf({ pages: [], contents }));
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
    expect((await textOf(makePdf({ pages: [], contents: [content(rows)] }))).text).toBe(
      'Year\tPassengers\n\n2019\t38\n\n2020\t21',
    );
  });
});

describe('running lines are left out', () => {
  const body = (at: number) => [
    `Part ${'abcdef'.charAt(at)} of the text stands here.`,
    'And it has a second line.',
  ];
  const page = (at: number, head: [number, string], foot: [number, string]) =>
    content([[head[0], 780, head[1]], ...column(50, body(at)), [foot[0], 20, foot[1]]]);

  test('running heads and feet that differ between odd and even pages are left out', async () => {
    const contents = [0, 1, 2, 3, 4, 5].map((at) =>
      at % 2 === 0
        ? page(at, [400, 'The ferry'], [500, `${at + 11}`])
        : page(at, [50, 'The Sound Gazette'], [50, `${at + 11}`]),
    );
    const { text, blocks } = await textOf(makePdf({ pages: [], contents }));
    expect(text).toBe([0, 1, 2, 3, 4, 5].map((at) => body(at).join(' ')).join('\n\n'));
    expect(blocks.map((block) => block.page)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('running heads with a page number and changing text are left out', async () => {
    const heads = ['Contents', 'The hull', 'The crew', 'The islands'];
    const contents = heads.map((head, at) => page(at, [50, `${head} ${at + 1}`], [50, '']));
    expect((await textOf(makePdf({ pages: [], contents }))).text).not.toMatch(/hull|crew|islands|Contents/);
  });

  test('first lines of the text that resemble each other are kept', async () => {
    const contents = ['The ferry', 'A hull'].map((words) =>
      content(column(50, [`${words} is old, as it was`, 'built in 1986.'])),
    );
    const { text } = await textOf(makePdf({ pages: [], contents }));
    expect(text).toBe(
      'The ferry is old, as it was built in 1986.\n\nA hull is old, as it was built in 1986.',
    );
  });

  test('rotated text is kept', async () => {
    const contents = [
      `${content(column(50, left))} BT /F 10 Tf 0 1 -1 0 400 500 Tm (Passengers in millions) Tj ET`,
    ];
    expect((await textOf(makePdf({ pages: [], contents }))).text).toBe(
      `${left.join(' ')}\n\nPassengers in millions`,
    );
  });
});

describe('a PDF that can’t be opened', () => {
  test.each([
    ['with scanned pages', makePdf({ pages: [[], []] }), 'noText', 'is a scan'],
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
    const imported = await read(bytes);
    expect(imported).toMatchObject({ ok: false, problem: { code, message: expect.stringContaining(words) } });
  });

  test('a PDF truncated anywhere in its objects is refused as damaged', async () => {
    const pdf = makePdf({ pages: [['Hello'], ['and goodbye']] });
    const whole = new TextDecoder('latin1').decode(pdf);
    for (let end = 200; end < whole.lastIndexOf('xref\n0'); end += 97)
      expect(await read(pdf.slice(0, end))).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  });
});

test('pages without text are counted in a notice', async () => {
  const imported = await read(makePdf({ pages: [['The ferry is old.'], [], []] }));
  expect(imported).toMatchObject({ ok: true, notices: [{ kind: 'pagesWithoutText', count: 2 }] });
});

test.each([
  ['Microsoft Word - ferry final.doc', 'The ferry is old.'],
  ['ferry_final.indd', 'The ferry is old.'],
  ['Untitled', 'The ferry is old.'],
  ['A ship without a successor', 'A ship without a successor'],
])('the title property “%s” leads to the title “%s”', async (title, expected) => {
  expect((await textOf(makePdf({ pages: [['The ferry is old.']], title }))).title).toBe(expected);
});

test('titles and names may be in any script', async () => {
  const pdf = makePdf({ pages: [['The ferry is old.']], title: 'Паром уходит', author: 'Анна Иванова' });
  expect(await textOf(pdf)).toMatchObject({ title: 'Паром уходит', byline: 'Анна Иванова' });
});

test('a PDF damaged at random has an answer that the schema accepts', async () => {
  const pdf = makePdf({ pages: [left, right], title: 'Title', link: 'https://example.org/' });
  await fc.assert(
    fc.asyncProperty(damagedCopies(pdf), async (bytes) => {
      expect(readResultSchema.safeParse(await read(bytes)).success).toBe(true);
    }),
    { numRuns: 15 },
  );
});

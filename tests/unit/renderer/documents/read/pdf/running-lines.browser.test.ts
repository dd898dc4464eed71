import { describe, expect, test } from 'vitest';
import { makePdf } from '../make-pdf.ts';
import { blocksOf, column, content, proposalOf, readPdf } from './reading.ts';

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
    const { text, blocks } = await proposalOf(makePdf({ pages: [], contents }));
    expect(text).toBe([0, 1, 2, 3, 4, 5].map((at) => body(at).join(' ')).join('\n\n'));
    expect(blocks.map((block) => block.page)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('running heads with a page number and changing text are left out', async () => {
    const heads = ['Contents', 'The hull', 'The crew', 'The islands'];
    const contents = heads.map((head, at) => page(at, [50, `${head} ${at + 1}`], [50, '']));
    expect((await proposalOf(makePdf({ pages: [], contents }))).text).not.toMatch(
      /hull|crew|islands|Contents/,
    );
  });

  test('each running line comes once beside the draft, before or after the text of its first page', async () => {
    const contents = [0, 1, 2].map((at) => page(at, [50, 'The Sound Gazette'], [300, `Page ${at + 1} of 3`]));
    const { leftOut = [], blocks } = await proposalOf(makePdf({ pages: [], contents }));
    expect(blocks).toHaveLength(3);
    expect(leftOut.map(({ text, before }) => [text, before])).toEqual([
      ['The Sound Gazette', 0],
      ['Page 1 of 3', 1],
    ]);
  });

  test('first lines of the text that resemble each other are kept', async () => {
    const contents = ['The ferry', 'A hull'].map((words) =>
      content(column(50, [`${words} is old, as it was`, 'built in 1986.'])),
    );
    const { text } = await proposalOf(makePdf({ pages: [], contents }));
    expect(text).toBe(
      'The ferry is old, as it was built in 1986.\n\nA hull is old, as it was built in 1986.',
    );
  });
});

describe('lines that resemble each other from page to page are kept', () => {
  const pageNumbers = [1, 2, 3, 4];
  const words = ['The council met on a', 'day of the year that', 'nobody remembers now.'];

  test('a sentence with other figures on each page is kept, even set apart', async () => {
    const sentence = (page: number) => `In ${2018 + page} the council spent ${3 * page + (page % 2)} million`;
    const contents = pageNumbers.map((page) => content([[50, 780, sentence(page)], ...column(50, words)]));
    const blocks = await blocksOf(contents);
    for (const page of pageNumbers) expect(blocks).toContain(sentence(page));
  });

  test('a sentence with the same figures on each page is kept when the text continues right below it', async () => {
    const sentence = 'In 2019 the council spent 4 million,';
    const contents = pageNumbers.map(() => content(column(50, [sentence, ...words])));
    expect((await blocksOf(contents)).join(' ').split(sentence)).toHaveLength(5);
  });

  test.each([14, 24])(
    'every row of a table over four pages is kept, at %i points from row to row',
    async (pitch) => {
      const rowsPerPage = Math.floor(700 / pitch);
      const row = (index: number) => ['Council', `${(index * 7) % 10}`, `${1900 + index}`] as const;
      const contents = pageNumbers.map((page) =>
        content(
          Array.from({ length: rowsPerPage }, (_, at) => {
            const [name, amount, year] = row((page - 1) * rowsPerPage + at);
            const y = 780 - pitch * at;
            return [
              [50, y, name],
              [200, y, amount],
              [300, y, year],
            ] as [number, number, string][];
          }).flat(),
        ),
      );
      const rows = Array.from({ length: 4 * rowsPerPage }, (_, index) => row(index).join('\t'));
      expect(await blocksOf(contents)).toEqual(rows);
    },
  );

  test('heads and feet around such a table are left out and counted', async () => {
    const contents = pageNumbers.map((page) =>
      content([
        [50, 785, 'The Sound Gazette, 3 March 2024', 8],
        ...Array.from({ length: 30 }, (_, at): [number, number, string] => [
          50,
          740 - 20 * at,
          `Ship ${at * page}`,
        ]),
        [250, 40, `Page ${page} of 4`, 8],
      ]),
    );
    const imported = await readPdf(makePdf({ pages: [], contents }));
    if (!imported.ok) throw new Error(imported.problem.message);
    expect(imported.proposal.text).not.toMatch(/Gazette|of 4/);
    expect(imported.proposal.text.match(/Ship/g)).toHaveLength(120);
    const quotes = '“The Sound Gazette, 3 March 2024”, “Page 1 of 4”';
    expect(imported.notices).toContainEqual({ kind: 'pageLinesLeftOut', count: 8, name: quotes });
  });
});

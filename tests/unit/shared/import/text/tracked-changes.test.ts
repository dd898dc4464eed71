import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { pointRemark } from '#shared/import/base/annotation.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { choose } from '#tests/unit/effort.ts';

function read(text: string) {
  const result = importTextFile('article.md', new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.problem.message);
  const proposal = draftProposalSchema.parse(result.proposal);
  const words = ({ start, end }: { start: number; end: number }) => proposal.text.slice(start, end);
  return {
    blocks: proposal.blocks.map((block) => `${block.kind}: ${words(block)}`),
    marks: proposal.marks.map((mark) => `${mark.kind} ${words(mark)}`),
    claims: proposal.claims.map(({ span, note }) => [words(span), note]),
    annotations: proposal.claims.map(({ annotation }) => annotation?.comments[0]),
    unplaced: proposal.annotationsWithoutWords.flatMap(({ comments }) => comments.map(({ text }) => text)),
    notices: Object.fromEntries(result.notices.map(({ kind, count }) => [kind, count])),
  };
}

const ana = 'author="Ana Ruiz"\ndate="2025-01-02T03:04:05Z"';

describe('tracked changes as Pandoc writes them', () => {
  test('insertions are accepted, deletions left out with the space that they leave, and both counted', () => {
    const { blocks, marks, notices } = read(
      [
        '# The [old]{.deletion author="Ana"} [**new**]{.insertion author="Ana"} ferry',
        '',
        `It carried [1.1]{.deletion ${ana}}[1.2]{.insertion ${ana}} million people [or so]{.deletion\nauthor="Ana"}. In`,
        `batch[es]{.insertion ${ana}} it ran [here]{.deletion ${ana}} across the bay \\[4[3]{.deletion ${ana}}\\].`,
      ].join('\n'),
    );
    expect(blocks).toEqual([
      'heading: The new ferry',
      'paragraph: It carried 1.2 million people. In\nbatches it ran across the bay [4].',
    ]);
    expect(marks).toEqual(['bold new']);
    expect(notices).toEqual({ changesAccepted: 8 });
  });

  test('comments are claims on their words, with author and time, also across paragraphs', () => {
    const { blocks, claims, annotations } = read(
      [
        `The [Who \\"counted\\" *them*?]{.comment-start id="1" ${ana}}ferry carried`,
        `[Check.]{.comment-start id="2" author="Bo"}1.2 million[]{.comment-end id="1"} people[]{.comment-end id="2"}.`,
        '',
        `It [Over two.]{.comment-start id="3" author="Bo"}was built`,
        '',
        `- in 1986[]{.comment-end id="3"} here.`,
      ].join('\n'),
    );
    expect(blocks).toEqual([
      ...['paragraph: The ferry carried\n1.2 million people.', 'paragraph: It was built'],
      'listItem: in 1986 here.',
    ]);
    expect(claims).toEqual([
      ['ferry carried\n1.2 million', 'Ana Ruiz: Who "counted" them?'],
      ['1.2 million people', 'Bo: Check.'],
      ['was built\n\nin 1986', 'Bo: Over two.'],
    ]);
    expect(annotations[0]).toMatchObject({ by: 'Ana Ruiz', at: '2025-01-02T03:04:05.000Z' });
  });

  test('a paragraph whose end was deleted goes on in the next; deleted paragraphs are none', () => {
    const { blocks } = read(
      [
        `One [gone]{.deletion ${ana}}[]{.paragraph-deletion ${ana}}`,
        '',
        `[Whole]{.deletion ${ana}}[]{.paragraph-deletion ${ana}}`,
        '',
        `two.[]{.paragraph-insertion ${ana}}`,
        '',
        `[Also gone.]{.deletion ${ana}}[]{.paragraph-deletion ${ana}}`,
        '',
        'Three.',
      ].join('\n'),
    );
    expect(blocks).toEqual(['paragraph: One two.', 'paragraph: Three.']);
  });

  test('comments in cells, notes and deleted words, and on no text, are kept', () => {
    const { claims, unplaced } = read(
      [
        ...['Text[^1] [gone [Why?]{.comment-start id="1"}x[]{.comment-end id="1"}]{.deletion} here.', ''],
        ...['| a | b |', '|---|---|', '| 1 | [Cell.]{.comment-start id="2"}two[]{.comment-end id="2"} |', ''],
        ...['[^1]: See [Note.]{.comment-start id="3"}page 4[]{.comment-end id="3"}.', ''],
      ].join('\n'),
    );
    expect(claims.map(([, note]) => note)).toEqual([`Why?\n${pointRemark}`, 'Cell.', 'Note.']);
    expect(claims.map(([words]) => words).slice(1)).toEqual(['two', 'page 4']);
    expect(unplaced).toEqual([]);
  });

  test('underlined words and small capitals beside them are text', () => {
    const { blocks, marks } = read(
      'An [under]{.underline} and [small]{.smallcaps} word, [[linked]{.underline}](https://example.org/).',
    );
    expect(blocks).toEqual(['paragraph: An under and small word, linked.']);
    expect(marks).toEqual(['link linked']);
  });
});

describe('CriticMarkup', () => {
  test('changes are accepted and counted, comments are claims', () => {
    const { blocks, claims, notices } = read(
      'It {++was ++}carried {--over --}{~~1.1~>1.2~~} million {==people==}{>>Who **counted**?<<} here{>>Source?<<}.',
    );
    expect(blocks).toEqual(['paragraph: It was carried 1.2 million people here.']);
    expect(claims).toEqual([
      ['people', 'Who counted?'],
      ['here', `Source?\n${pointRemark}`],
    ]);
    expect(notices).toEqual({ changesAccepted: 4 });
  });
});

describe('text that only looks like it', () => {
  test.each([
    'Use {braces}, {{ more }} and [brackets]{here} of f(x) = {x | x > 2}.',
    'Write {++ without an end, a--b, {--} or {==}.',
    'A [link]{.unknown author="x"} and [x] {.insertion}.',
    'Escaped \\[x]{.insertion} it is.',
  ])('stays as it is: %s', (text) => {
    expect(read(text).blocks).toEqual([`paragraph: ${text.replace(/\\(?=\[)/g, '')}`]);
  });

  test('code stays as it is', () => {
    const { blocks } = read('Write `{++x++}` or `[x]{.insertion}`.\n\n    {--y--}\n\n[z]{.insertion a="b"}');
    expect(blocks).toEqual([
      'paragraph: Write {++x++} or [x]{.insertion}.',
      'paragraph: {--y--}',
      'paragraph: z',
    ]);
  });

  test('any mixture of the marks ends in a valid proposal', () => {
    const piece = fc.constantFrom(
      ...['{++', '++}', '{--', '--}', '{~~', '~>', '~~}', '{==', '==}', '{>>', '<<}', '[', ']', '**', '\n\n'],
      ...[
        '{.insertion}',
        '{.deletion}',
        '{.comment-start id="1"}',
        '{.comment-end id="1"}',
        '| ',
        '- ',
        '> ',
      ],
      ...['{.paragraph-deletion}', 'word', ' ', '`', '[^1]', '\n', '👩‍👩‍👧', '.'],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        expect(() => read(`Start ${pieces.join('')} end`)).not.toThrow();
      }),
      { numRuns: choose(125, 500) },
    );
  });
});

test('the address of a link in a comment is kept with its words', () => {
  const { blocks, annotations } = read(
    '# Ferry\n\nIt sails{>>see [the ledger](https://gull.example/l) and <https://gull.example/m><<}.',
  );
  expect(blocks[1]).toBe('paragraph: It sails.');
  expect(annotations).toMatchObject([
    { text: 'see the ledger (https://gull.example/l) and https://gull.example/m' },
  ]);
});

test.each([
  ['marks that stay open', `{--x--} ${'{++ '.repeat(100_000)}`, 1],
  ['deletions beside bold words', '**q** {--x--} '.repeat(20_000), 1],
  ['bold words in a cell', `| a |\n|---|\n| ${'*a* '.repeat(100_000)} |`, 2],
])('a text of many %s is read in time', (_, text, count) => {
  expect(read(text).blocks).toHaveLength(count);
});

test('a mark that closes far behind one that stays open is read', () => {
  expect(read(`a {++ b {--c ${'d '.repeat(3_000)} {++e++} f`).blocks[0]).toMatch(/d {2}e f$/);
});

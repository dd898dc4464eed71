import { describe, expect, test } from 'vitest';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';

function read(...lines: string[]) {
  const result = importTextFile('article.md', new TextEncoder().encode(lines.join('\n')));
  if (!result.ok) throw new Error(result.problem.message);
  const proposal = draftProposalSchema.parse(result.proposal);
  const words = ({ start, end }: { start: number; end: number }) => proposal.text.slice(start, end);
  return {
    blocks: proposal.blocks.map((block) => `${block.kind}: ${words(block)}`),
    marks: proposal.marks.map((mark) => `${mark.kind} ${words(mark)}`),
    notices: Object.fromEntries(result.notices.map(({ kind, count }) => [kind, count])),
  };
}

describe('comments that are not shown', () => {
  test('comments of HTML stay out and are counted: in a line, of several lines, between and in paragraphs', () => {
    const { blocks, notices } = read(
      'It sailed <!-- check this --> in 1986.<!-- and this -->',
      '',
      '<!--',
      'ask Ana',
      '',
      '# not a heading',
      '-->',
      '',
      'Then it<!-- a',
      'b --> sank.',
      '<!-- right below -->',
      '',
      '- One item',
      '  <!-- in the item -->',
      '',
      '> <!-- quoted -->',
    );
    expect(blocks).toEqual([
      'paragraph: It sailed in 1986.',
      'paragraph: Then it sank.',
      'listItem: One item',
    ]);
    expect(notices).toEqual({ hiddenLeftOut: 7 });
  });

  test('definitions that lead nowhere are comments, also of several lines and beside a link to nowhere', () => {
    const { blocks, notices } = read(
      'It sailed.',
      '[//]: # (check this)',
      '',
      '[//]: # "and this"',
      '[comment]: <> (and',
      'this)',
      '',
      '[//]: # no brackets',
      '',
      'A [link](#) to nowhere.',
      '',
      '[Correction]: withdrawn',
    );
    expect(blocks).toEqual([
      'paragraph: It sailed.',
      'paragraph: A link to nowhere.',
      'paragraph: [Correction]: withdrawn',
    ]);
    expect(notices).toEqual({ hiddenLeftOut: 4 });
  });

  test("comments of Obsidian stay out, percentages don't", () => {
    const { blocks, notices } = read(
      'It sailed %%check this%% in 1986, %% and this %% said Ana.',
      '',
      '%%',
      'ask Ana',
      '',
      'and Ben',
      '%%',
      '',
      '%% a line %%',
      '',
      'Of 50 %% of boats and 30 %% of ships, 20%% and 10%% sank.',
    );
    expect(blocks).toEqual([
      'paragraph: It sailed in 1986, said Ana.',
      'paragraph: Of 50 %% of boats and 30 %% of ships, 20%% and 10%% sank.',
    ]);
    expect(notices).toEqual({ hiddenLeftOut: 4 });
  });

  test('code and comments without an end stay as they are written', () => {
    const { blocks, notices } = read(
      'The sign `<!-- a -->` and `%%b%%` stay.',
      '',
      '```',
      '<!-- c -->',
      '%%d%%',
      '```',
      '',
      '    [//]: # (e)',
      '',
      '<!-- never ended',
    );
    expect(blocks).toEqual([
      'paragraph: The sign <!-- a --> and %%b%% stay.',
      'paragraph: <!-- c -->\n%%d%%',
      'paragraph: [//]: # (e)',
      'paragraph: <!-- never ended',
    ]);
    expect(notices.hiddenLeftOut).toBeUndefined();
  });
});

test('words that are struck through stay without their tildes, and are counted', () => {
  const { blocks, notices } = read('It cost ~~40~~ 52 *million ~~euros~~*, ~ 3 ~~ a `~~c~~`.');
  expect(blocks).toEqual(['paragraph: It cost 40 52 million euros, ~ 3 ~~ a ~~c~~.']);
  expect(notices).toEqual({ struckThroughKept: 2 });
});

test('notes within a text are notes behind its block, numbered with the others', () => {
  const { blocks, marks, notices } = read(
    '# Ferry',
    '',
    'It sailed^[Ledger, *p. 12*.] in 1986[^a] and sank.^[Ask Ana.]',
    '',
    '| Year | Boats |',
    '|---|---|',
    '| 2019 | 3^[Estimated.] |',
    '',
    'The end.',
    '',
    '[^a]: Report.',
  );
  expect(blocks).toEqual([
    'heading: Ferry',
    'paragraph: It sailed[1] in 1986[2] and sank.[3]',
    'note: [1] Ledger, p. 12.',
    'note: [3] Ask Ana.',
    'tableRow: Year\tBoats',
    'tableRow: 2019\t3[4]',
    'note: [4] Estimated.',
    'paragraph: The end.',
    'note: [2] Report.',
  ]);
  expect(marks).toEqual(['noteRef [1]', 'noteRef [2]', 'noteRef [3]', 'italic p. 12', 'noteRef [4]']);
  expect(notices).toEqual({ notesKept: 4 });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { readMarkdown } from '#shared/import/text/markdown.ts';

const formatBlocks = (text: string) => readMarkdown(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('footnotes of Markdown', () => {
  test('footnotes are numbered notes where they are written, and their references lead to them', () => {
    const text = [
      '# The ferry',
      'It closed.[^ledger] It opened[^2] in **1986**.[^ledger]',
      '[^2]: *Shipyard* archive.',
      '[^ledger]: The ledger,\npage 12.\n\n    See also [the log](https://log.example).\n\n    - and the map',
      'Nobody asked.',
    ].join('\n\n');
    const { blocks, marks, text: joined } = joinBlocks(readMarkdown(text));
    expect(blocks.map(({ kind, start, end }) => `${kind}: ${joined.slice(start, end)}`)).toEqual([
      'heading: The ferry',
      'paragraph: It closed.[1] It opened[2] in 1986.[1]',
      'note: [2] Shipyard archive.',
      'note: [1] The ledger,\npage 12.\nSee also the log.\nand the map',
      'paragraph: Nobody asked.',
    ]);
    expect(marks.map(({ kind, start, end, target }) => [kind, joined.slice(start, end), target])).toEqual([
      ['noteRef', '[1]', 'b4'],
      ['noteRef', '[2]', 'b3'],
      ['bold', '1986', null],
      ['noteRef', '[1]', 'b4'],
      ['italic', 'Shipyard', null],
      ['link', 'the log', null],
    ]);
  });

  test('a footnote without references is kept with its label, and a reference without a footnote stays as it is written', () => {
    expect(formatBlocks('# Title\n\nIt closed.[^gone]\n\n[^1]: From the archive.')).toEqual([
      'heading: Title',
      'paragraph: It closed.[^gone]',
      'note: [1] From the archive.',
    ]);
    expect(formatBlocks('# Title\n\nA caret [^is] no note.')).toEqual([
      'heading: Title',
      'paragraph: A caret [^is] no note.',
    ]);
  });

  test('no word of a footnote is lost, wherever it is written', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, fc.boolean()), { maxLength: 6 }), (notes) => {
        const lines = notes.flatMap(([label, words, isReferenced]) => [
          isReferenced ? `Said so.[^${label}]` : 'Said so.',
          `[^${label}]: Note ${words}`,
        ]);
        const { text } = joinBlocks(readMarkdown(['# Title', ...lines].join('\n\n')));
        for (const [, words] of notes) expect(text).toContain(`Note ${words}`);
      }),
    );
  });

  test('the import says how many notes were kept', () => {
    const bytes = new TextEncoder().encode('It closed.[^1]\n\n[^1]: From the archive.');
    const imported = importTextFile('a.md', bytes);
    expect(imported.ok && imported.notices).toEqual([{ kind: 'notesKept', count: 1 }]);
  });
});

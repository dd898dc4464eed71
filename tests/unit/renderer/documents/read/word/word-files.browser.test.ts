import { expect, test } from 'vitest';
import pier from '../../../../../fixtures/word/pier.docx?url';
import { loadFile } from '../reading.ts';
import { draftOf } from './make-docx.ts';

test('a document written by pandoc (from pier.md) has its metadata, blocks, marks, claims and notices', async () => {
  const { proposal, blocks, marks, claims, notices } = await draftOf(await loadFile(pier));
  expect(proposal).toMatchObject({
    title: 'The pier that moved',
    byline: 'Jane Doe, John Roe',
    language: 'en-GB',
  });
  expect(blocks).toEqual([
    'heading1: The pier that moved',
    'heading2: A second look',
    ...['paragraph: Jane Doe', 'paragraph: John Roe', 'paragraph: 2026-01-05'],
    'heading1: The pier',
    'paragraph: The pier was moved in 1986, said the harbour master.[1]',
    'note: [1] From the archive.\nA second paragraph, with a link.',
    'quote: It was far too heavy.',
    ...['listItem: 3. third', 'listItem: 4. fourth', 'listItem: still the fourth'],
    ...['listItem: a bullet', 'listItem: a deeper one', 'paragraph: Term', 'paragraph: What it means.'],
    'caption: How far it moved',
    ...['tableRow: Year\tMetres', 'tableRow: 1986\t12', 'tableRow: 1987\t14'],
    'paragraph: Inline code, H2O, x² and E=mc^2 and a/b.',
    'paragraph: def pier():\nreturn 12',
    ...['paragraph: The pier', 'caption: The pier'],
  ]);
  expect(marks).toEqual(
    expect.arrayContaining([
      ...['bold the harbour master', 'noteRef [1]', 'italic archive', 'italic far'],
      'link link https://example.org/pier',
    ]),
  );
  expect(claims).toEqual([['said the harbour master', 'Ana Ruiz: Who says so?']]);
  expect(notices).toEqual({ notesKept: 1, changesAccepted: 2, tablesKept: 1 });
});

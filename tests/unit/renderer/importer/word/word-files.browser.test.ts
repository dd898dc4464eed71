import { describe, expect, test } from 'vitest';
import { word } from '../../../../../renderer/importer/word/word';
import ferry from '../../../../fixtures/word/ferry.docx?url';
import pier from '../../../../fixtures/word/pier.docx?url';
import { strictReporter } from '../reporter';
import { draftOf, fileOf } from './make-docx';

const load = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

describe('a document written by LibreOffice (from ferry.fodt)', () => {
  test('a LibreOffice document has its title, byline and language', async () => {
    const { proposal } = await draftOf(await load(ferry));
    expect(proposal).toMatchObject({
      title: 'The ferry that never left',
      byline: 'Nora Veld',
      language: 'en-GB',
    });
  });

  test('a LibreOffice document has all its blocks, each note after the block that refers to it, and list numbers that continue', async () => {
    const { blocks, notices } = await draftOf(await load(ferry));
    expect(blocks).toEqual([
      'heading1: The ferry that never left',
      'paragraph: By Nora Veld',
      'paragraph: The ferry carried 1.2 million people in 2025.[1] It was built in[2] 1986.',
      'note: [1] Annual report, page 14.\nSee also the ledger.',
      'note: [2] Shipyard archive.',
      'heading1: What it cost',
      'paragraph: The council paid fifty-two million for it, said the ledger and the file. Nobody asked why.',
      'quote: “It was a bargain,” she said.',
      'listItem: 1. First stop',
      'listItem: a) Old pier',
      'listItem: 2. Second stop',
      'paragraph: In between stands a line.',
      'listItem: 3. Third stop',
      'listItem: Tickets are free',
      'heading2: The figures',
      'tableRow: Year\tPassengers',
      'tableRow: 2024\t900,000[3]',
      'note: [3] Estimate.',
      'tableRow: 2025\t1,200,000',
      'caption: Passengers by year',
      'paragraph: The pier is older than the town.',
      'paragraph: It was moved twice.',
      'paragraph: Line one\nline two, a text box:',
      'paragraph: Words in the box',
    ]);
    expect(notices).toEqual({ notesKept: 3, commentsKept: 4, changesAccepted: 2, tablesKept: 1 });
  });

  test('a LibreOffice document has its marks, without links to files', async () => {
    const { marks } = await draftOf(await load(ferry));
    expect(marks).toEqual([
      ...['noteRef [1]', 'noteRef [2]', 'italic 14', 'italic cost'],
      ...['link ledger https://example.org/ledger', 'bold Nobody asked', 'noteRef [3]'],
    ]);
  });

  test('a LibreOffice document has its comments as claims: overlapping, across paragraphs, at a point, with a reply', async () => {
    const { claims } = await draftOf(await load(ferry));
    expect(claims).toEqual([
      ['ferry carried 1.2 million', 'Ana Ruiz: Who counted them?\nThe harbour says 1.1 million.'],
      ['1.2 million people', 'Bo Lind: Check the figure.\nAna Ruiz: Done.'],
      ['why', 'Ana Ruiz: Says who?'],
      ['older than the town.\n\nIt was moved', 'Bo Lind: Over two paragraphs. (resolved)'],
    ]);
  });

  test('a search finds all text of a LibreOffice document, and its comments and properties beside it', async () => {
    expect(word.readText(fileOf(await load(ferry)), strictReporter)).toMatchObject({
      state: 'read',
      pages: [
        expect.stringMatching(/paid fifty-two million[\s\S]*Words in the box[\s\S]*Annual report, page 14\./),
      ],
      beside: expect.arrayContaining(['Harbour ferry', 'https://example.org/ledger', 'Ana Ruiz: Says who?']),
    });
  });
});

test('a document written by pandoc (from pier.md) has its metadata, blocks, marks, claims and notices', async () => {
  const { proposal, blocks, marks, claims, notices } = await draftOf(await load(pier));
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
    'paragraph: Inline code, H2O, x2 and E=mc^2 and a/b.',
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
  expect(notices).toEqual({ notesKept: 1, commentsKept: 1, changesAccepted: 2, tablesKept: 1 });
});

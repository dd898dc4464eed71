import { describe, expect, test } from 'vitest';
import { pointRemark } from '#shared/import/base/annotation.ts';
import doc from '../../../../../fixtures/formats/ferry.doc?url';
import odt from '../../../../../fixtures/formats/ferry.odt?url';
import rtf from '../../../../../fixtures/formats/ferry.rtf?url';
import docx from '../../../../../fixtures/word/ferry.docx?url';
import fodt from '../../../../../fixtures/word/ferry.fodt?url';
import { loadFile, readDraftOf, readTextOf } from '../reading.ts';

/** Comments that overlap, are on a point, have a reply, and reach across paragraphs. */
const allClaims = [
  ['ferry carried 1.2 million', 'Ana Ruiz: Who counted them?\nThe harbour says 1.1 million.'],
  ['1.2 million people', 'Bo Lind: Check the figure.\nAna Ruiz: Done.'],
  ['why', `Ana Ruiz: Says who?\n${pointRemark}`],
  ['older than the town.\n\nIt was moved', 'Bo Lind: Over two paragraphs. (resolved)'],
];

/** LibreOffice writes no replies and no resolved comments to .rtf and .doc, and only the end of a comment across paragraphs. */
const oldClaims = [
  ['ferry carried 1.2 million', 'Ana Ruiz: Who counted them?\nThe harbour says 1.1 million.'],
  ['1.2 million people', 'Bo Lind: Check the figure.'],
  ['why', `Ana Ruiz: Says who?\n${pointRemark}`],
  ['why', `Ana Ruiz: Done.\n${pointRemark}`],
  ['moved', `Bo Lind: Over two paragraphs.\n${pointRemark}`],
];

/** Searched in their order in the file: a .docx has its notes in a part of their own. */
const [notesInText, notesApart] = [
  /Annual report, page 14\.[\s\S]*paid fifty-two million[\s\S]*Words in the box/,
  /paid fifty-two million[\s\S]*Words in the box[\s\S]*Annual report, page 14\./,
];

const files = [
  { name: 'ferry.docx', url: docx, claims: allClaims, searched: notesApart },
  { name: 'ferry.odt', url: odt, claims: allClaims, searched: notesInText },
  { name: 'ferry.fodt', url: fodt, claims: allClaims, searched: notesInText },
  { name: 'ferry.rtf', url: rtf, claims: oldClaims, searched: notesInText },
  { name: 'ferry.doc', url: doc, claims: oldClaims, searched: notesInText },
];

describe.each(files)('$name, the same article in each format', ({ name, url, claims, searched }) => {
  const read = async () => readDraftOf(await loadFile(url), name);

  test('has its title, byline and language', async () => {
    const { proposal } = await read();
    expect(proposal).toMatchObject({
      title: 'The ferry that never left',
      byline: 'Nora Veld',
      language: 'en-GB',
    });
  });

  test('has all its blocks, each note after the block that refers to it, and list numbers that continue', async () => {
    const { blocks, notices } = await read();
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
    expect(notices).toEqual({ notesKept: 3, changesAccepted: 2, tablesKept: 1 });
  });

  test('has its marks, without links to files', async () => {
    const { marks } = await read();
    expect(marks).toEqual([
      ...['noteRef [1]', 'noteRef [2]', 'italic 14', 'italic cost'],
      ...['link ledger https://example.org/ledger', 'bold Nobody asked', 'noteRef [3]'],
    ]);
  });

  test('has its comments as claims', async () => {
    expect((await read()).claims).toEqual(claims);
  });

  test('is searched for quotes, with comments, properties and addresses beside the text', async () => {
    expect(await readTextOf(await loadFile(url), name)).toMatchObject({
      state: 'read',
      pages: [expect.stringMatching(searched)],
      beside: expect.arrayContaining(['Harbour ferry', 'https://example.org/ledger', 'Ana Ruiz: Says who?']),
    });
  });
});

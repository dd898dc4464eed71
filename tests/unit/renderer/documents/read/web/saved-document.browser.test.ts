import { expect, test } from 'vitest';
import { isSavedDocument } from '#renderer/documents/read/web/saved-document.ts';
import google from '../../../../../fixtures/web/saved/google.html?raw';
import libreOffice from '../../../../../fixtures/web/saved/libreoffice.html?raw';
import xhtml from '../../../../../fixtures/web/saved/libreoffice.xhtml?raw';
import wordFiltered from '../../../../../fixtures/web/saved/word-filtered.html?raw';
import wordFull from '../../../../../fixtures/web/saved/word-full.html?raw';
import { opened, readPage } from './reading.ts';

const heading = 'heading1: The ferry that paid for itself';

const libreOfficeBlocks = [
  ...[heading, 'paragraph: By Ada Fields'],
  'paragraph: The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year[1], says the harbour’s own ledger: more than anyone had expected.',
  ...['note: [1] The harbour’s ledger, p. 12.', 'heading2: What it costs'],
  'paragraph: Tickets cost 3.80 euros, 40 cents more than in 2022.[2] The town pays nothing towards them; it did until 2011, when the last grant ran out.',
  ...['note: [2] Tariff of 2023, gull.example/tariff.', 'note: A second paragraph of it.'],
  ...['listItem: Adults pay 3.80 euros.', 'listItem: Children sail free.'],
  'paragraph: A second ship, ordered in May, is to sail from 2026[i]. It will take 400 people, and run on batteries that are charged overnight at the mole.',
  'note: [i] Minutes of the council, 3 May.',
];

test('HTML of LibreOffice has its notes where they are referred to, and its page lines apart', async () => {
  const read = await opened(readPage(libreOffice));
  expect(read.blocks).toEqual(libreOfficeBlocks);
  expect(read.notes).toEqual(['[1] b4', '[2] b7', '[i] b12']);
  expect(read.byline).toBe('Ada Fields');
  expect(read.leftOut?.map(({ before, text }) => [before, text])).toEqual([
    [0, 'The Harbour Gull, draft of 5 March'],
    [12, 'Page 1'],
  ]);
  expect(read.notices).toContainEqual({ kind: 'pageLinesLeftOut', count: 2 });
});

test('XHTML of LibreOffice has the same text', async () => {
  const read = await opened(readPage(xhtml));
  expect(read.blocks).toEqual(libreOfficeBlocks);
  expect(read).toMatchObject({ byline: 'Ada Fields', publishedAt: null, language: 'en-GB' });
});

test('the author in the file is the byline where the text has none', async () => {
  const read = await opened(readPage(libreOffice.replace('By Ada Fields', 'For the weekend')));
  expect(read.byline).toBe('Ada Fields');
});

test('a filtered page of Word has its notes, and its lists', async () => {
  const read = await opened(readPage(wordFiltered));
  expect(read.blocks).toEqual([
    ...[heading, 'paragraph: By Ada Fields'],
    "paragraph: The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year[1], says the harbour's own ledger: more than anyone had expected.",
    ...["note: [1] The harbour's ledger, p. 12.", 'heading2: What it costs'],
    'paragraph: Tickets cost 3.80 euros, 40 cents more than in 2022.[2] The town pays nothing.',
    ...['note: [2] Tariff of 2023, gull.example/tariff.', 'listItem: Adults pay 3.80 euros.'],
    ...['listItem: Children sail free.', 'paragraph: A second ship is to sail from 2026.'],
  ]);
});

test('a page of Word has no deleted words, its comments as claims, and the author of the file', async () => {
  const read = await opened(readPage(wordFull));
  expect(read.blocks.slice(0, 4)).toEqual([
    heading,
    "paragraph: The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year[1], says the harbour's own ledger: more than anyone had expected.",
    "note: [1] The harbour's ledger, p. 12.",
    'paragraph: Tickets cost 3.80 euros, 40 cents more than in 2022.',
  ]);
  expect(read.claims.map(({ note }) => note)).toEqual(['Ada Fields: Tariff of 2023']);
  expect(read.byline).toBe('Ada Fields');
  expect(read.notices).toContainEqual({ kind: 'changesAccepted', count: 2 });
});

test('a page of Google Docs has its title, notes and comments, and its page header apart', async () => {
  const read = await opened(readPage(google));
  expect(read.blocks.slice(0, 4)).toEqual([
    ...[heading, 'paragraph: By Ada Fields'],
    'paragraph: The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year[1], says the harbour’s own ledger: more than anyone had expected.',
    'note: [1]\u00a0The harbour’s ledger, p. 12.',
  ]);
  expect(read.claims.map(({ note }) => note)).toEqual(['Tariff of 2023']);
  expect(read.links).toContain('the tariff https://gull.example/tariff');
  expect(read.leftOut?.map(({ text }) => text)).toEqual(['The Harbour Gull, draft of 5 March']);
});

const origin = {
  ...({ kind: 'web', name: 'ferry.html', url: 'https://gull.example/ferry' } as const),
  fetchedAt: '2026-03-05T08:00:00.000Z',
  sha256: 'a'.repeat(64),
  bytes: 1,
  mime: 'text/html',
};

test('a page from the web is an article with furniture around it, whichever program made it', async () => {
  const page = libreOffice
    .replace('<body', '<body><nav><a href="/">Home</a></nav')
    .replace(/<div title.*?<\/div>/gs, '');
  const read = await opened(readPage(page, origin));
  expect(read.blocks).not.toContain('paragraph: Home');
});

test('a saved document is known by its signature, in whatever order it is written, in time', () => {
  expect(isSavedDocument('<meta content="LibreOffice 24.2" name="generator">')).toBe(true);
  expect(isSavedDocument('<meta name="generator" content="WordPress"><meta content="LibreOffice">')).toBe(
    false,
  );
  expect(isSavedDocument('<meta name=generator '.repeat(500_000))).toBe(false);
});

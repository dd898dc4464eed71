import { expect, test } from 'vitest';
import { findChildren, getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  orderFootnotes,
  writeFootnotes,
} from '#renderer/documents/write/write-footnotes.ts';
import { makeDocx, p } from '../read/word/make-docx.ts';
import { line, openPackage, readDocument } from './word-files.ts';

/** Writes notes into a file, and reads the ids, types and texts of all notes. */
async function write(bytes: Uint8Array, texts: readonly string[]) {
  const { pkg, mainPart } = openPackage(bytes);
  const next = getNextFootnoteId(pkg);
  writeFootnotes(
    pkg,
    mainPart,
    texts.map((text, index) => ({ id: next + index, lines: [line(text)] })),
  );
  const written = await pkg.toBytes();
  const part = readDocument(written).stories.find(({ root }) => root.localName === 'footnotes');
  const notes = findChildren(part?.root ?? null, 'footnote').map((note) => [
    getAttribute(note, 'id'),
    getAttribute(note, 'type'),
    note.textContent,
  ]);
  return { written, notes };
}

test('a file without footnotes gets them with the lines that separate them from the text', async () => {
  const { written, notes } = await write(makeDocx({ body: p('x') }), ['One', 'Two']);
  expect(notes).toEqual([
    ['-1', 'separator', ''],
    ['0', 'continuationSeparator', ''],
    ['1', null, ' One'],
    ['2', null, ' Two'],
  ]);
  expect(readDocument(written).parts.get('word/footnotes.xml')).toContain(
    '<w:vertAlign w:val="superscript"/>',
  );
});

test('footnotes of the file stay, and ours have ids that neither notes nor references have', async () => {
  const bytes = makeDocx({
    body: `<w:p><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r></w:p>`,
    parts: {
      'word/notes.xml': {
        type: 'footnotes',
        xml: `<w:footnotes><w:footnote w:id="3">${p('Earlier')}</w:footnote></w:footnotes>`,
      },
    },
  });
  expect((await write(bytes, ['Ours'])).notes).toEqual([
    ['3', null, 'Earlier'],
    ['10', null, ' Ours'],
  ]);
});

test('the part has all notes in the order of the text, after the lines that separate them', async () => {
  const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`;
  const separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>';
  const bytes = makeDocx({
    body: `<w:p>${[12, 5, 10, 11, 4, 13].map(refer).join('')}</w:p>`,
    parts: {
      'word/notes.xml': {
        type: 'footnotes',
        xml: `<w:footnotes>${separator}${note(5, 'First')}${note(4, 'Second')}</w:footnotes>`,
      },
    },
  });
  const { pkg, mainPart } = openPackage(bytes);
  writeFootnotes(
    pkg,
    mainPart,
    [10, 11, 12, 13].map((id) => ({ id, lines: [line(`Ours ${id}`)] })),
  );
  const part = readDocument(await pkg.toBytes()).stories.find(({ root }) => root.localName === 'footnotes');
  expect(findChildren(part?.root ?? null, 'footnote').map((one) => getAttribute(one, 'id'))).toEqual([
    '-1',
    '12',
    '5',
    '10',
    '11',
    '4',
    '13',
  ]);
});

test('a reference is a run of the text that names the note', async () => {
  const { pkg, main } = openPackage(makeDocx({ body: p('x') }));
  const root = parseXml(pkg.getPart(main));
  if (!root) throw new Error('There is no document.');
  const run = createFootnoteReferences(pkg, main, root)(4);
  expect(run.localName).toBe('r');
  expect(getAttribute(run.querySelector('footnoteReference'), 'id')).toBe('4');
  expect(run.querySelector('vertAlign')).not.toBeNull();
});

/** Orders notes of ours among those that a text refers to; `others` are notes of the file that it does not refer to. */
function order(references: readonly number[], ours: readonly number[], others: readonly number[] = []) {
  const list = (name: string, ids: readonly number[]) =>
    ids.map((id) => `<w:${name} w:id="${id}"/>`).join('');
  const root = parseXml(`<w:body xmlns:w="w">${list('footnoteReference', references)}</w:body>`);
  const theirs = [...others, ...references.filter((id) => !ours.includes(id))];
  const part = parseXml(`<w:footnotes xmlns:w="w">${list('footnote', theirs)}</w:footnotes>`);
  if (!root) throw new Error('There is no text.');
  const { notes, newIds } = orderFootnotes(
    root,
    part,
    ours.map((id) => ({ id, lines: [] })),
  );
  return {
    references: Array.from(root.children, (one) => Number(getAttribute(one, 'id'))),
    ours: notes.map(({ id }) => id),
    newIds: Object.fromEntries(newIds),
  };
}

test('notes of ours get ids in the order of the text, and those of the file make room', () => {
  expect(order([4, 1, 5, 2, 3, 6], [4, 5, 6], [-1, 0])).toEqual({
    references: [1, 2, 3, 4, 5, 6],
    ours: [1, 3, 6],
    newIds: { 1: 2, 2: 4, 3: 5 },
  });
});

test('notes of the file keep their ids where there is room', () => {
  expect(order([21, 22, 20, 23], [21, 22, 23], [0, 1])).toEqual({
    references: [2, 3, 20, 21],
    ours: [2, 3, 21],
    newIds: {},
  });
});

test('a note that is referred to twice keeps one id, and a file without notes needs no room', () => {
  expect(order([9, 1, 1], [9]).references).toEqual([1, 2, 2]);
  expect(order([1, 2], [1, 2])).toEqual({ references: [1, 2], ours: [1, 2], newIds: {} });
});

import { expect, test } from 'vitest';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  writeFootnotes,
} from '../../../../../../../renderer/importer/word/report/annotations/write-footnotes';
import { findChildren, getAttribute, parseXml } from '../../../../../../../renderer/importer/xml';
import { makeDocx, p } from '../../make-docx';
import { line, openPackage, readDocument } from '../word-files';

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

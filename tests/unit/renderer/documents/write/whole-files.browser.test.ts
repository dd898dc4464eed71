import { describe, expect, test } from 'vitest';
import { findChild, findChildren, getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import { findRelatedParts } from '#renderer/documents/read/word/document/office-package.ts';
import { addPageLine } from '#renderer/documents/write/add-page-line.ts';
import { serializePart } from '#renderer/documents/write/edited-package.ts';
import { createUnusedIds } from '#renderer/documents/write/split-runs.ts';
import { writeAppendix } from '#renderer/documents/write/write-appendix.ts';
import { writeComments } from '#renderer/documents/write/write-comments.ts';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  writeFootnotes,
} from '#renderer/documents/write/write-footnotes.ts';
import { choose } from '#tests/unit/effort.ts';
import { sampleAppendix } from './sample-appendix.ts';
import {
  commentOf,
  line,
  listChangedEntries,
  listNewErrors,
  loadWordFiles,
  openPackage,
  readDocument,
  validate,
} from './word-files.ts';

const files = await loadWordFiles();

/** Parts that comments are written to, and the lists that name them. */
const commentParts = /^(\[Content_Types\]\.xml|.*\/(comments|people)[^/]*\.xml|.*_rels\/[^/]+\.rels)$/i;

/** The validator can't list the errors of packages that are wrong as a whole. */
const areErrorsListed = async (bytes: Uint8Array) => (await validate(bytes)) !== null;

async function expectNoNewErrors(before: Uint8Array, after: Uint8Array): Promise<void> {
  if (await areErrorsListed(before)) expect(await listNewErrors(before, after)).toEqual([]);
}

const shortName = (name: string) => name.split('/').slice(-2).join('/');

describe.each(files.map(({ name, bytes }) => [shortName(name), bytes] as const))('%s', (_name, bytes) => {
  test('gets comments and replies, which our reader finds, and every other part keeps its bytes', async () => {
    const { pkg, mainPart } = openPackage(bytes);
    const earlier = readDocument(bytes).comments.threads;
    const nextId = createUnusedIds(pkg.parts);
    const id = nextId();
    const parent = earlier.at(-1)?.first.id ?? null;
    writeComments(pkg, mainPart, [
      commentOf({ id }),
      commentOf({ id: nextId(), at: null, author: 'Jo "<Lee>" & Co' }),
      commentOf({ id: nextId(), parent, lines: [line('A reply')] }),
    ]);
    const written = await pkg.toBytes();
    const changed = listChangedEntries(bytes, written);
    expect(changed.filter((name) => !commentParts.test(name))).toEqual([]);
    const { threads } = readDocument(written).comments;
    const ours = threads.filter(({ first }) => Number(first.id) >= id);
    expect(ours.map(({ first }) => [first.by, first.at, first.text.split('\n')[0]])).toEqual([
      ['Ada Ruiz', '2026-11-28T10:00:00.000Z', 'Disputed · claim 1'],
      ['Jo "<Lee>" & Co', null, 'Disputed · claim 1'],
      ...(parent === null ? [['Ada Ruiz', '2026-11-28T10:00:00.000Z', 'A reply']] : []),
    ]);
    const answered = threads.find(({ first }) => first.id === parent);
    expect(answered?.replies.at(-1)?.text).toBe(parent === null ? undefined : 'A reply');
    expect(threads.filter((thread) => !ours.includes(thread)).map(({ first }) => first)).toEqual(
      earlier.map(({ first }) => first),
    );
    await expectNoNewErrors(bytes, written);
  });

  test('gets footnotes, an appendix and a line on each page, and is as valid as before', async () => {
    const { pkg, main, mainPart } = openPackage(bytes);
    const root = parseXml(pkg.getPart(main));
    const body = findChild(root, 'body');
    if (!root || !body) throw new Error('The file has no text.');
    const id = getNextFootnoteId(pkg);
    const createReference = createFootnoteReferences(pkg, main, root);
    findChildren(body, 'p')
      .at(0)
      ?.append(createReference(id), createReference(id + 1));
    writeFootnotes(pkg, mainPart, [
      { id, lines: commentOf().lines },
      { id: id + 1, lines: [line('second')] },
    ]);
    const last = findChild(body, 'sectPr');
    const appendix = writeAppendix(pkg, main, root.ownerDocument, sampleAppendix, createUnusedIds(pkg.parts));
    if (last) last.before(...appendix);
    else body.append(...appendix);
    addPageLine(pkg, main, root.ownerDocument, 'Confidential: for legal review');
    pkg.setPart(main, serializePart(root.ownerDocument));
    const written = await pkg.toBytes();
    const { parts } = readDocument(written);
    const [footnotes = ''] = findRelatedParts(parts, main, 'footnotes');
    const notes = findChildren(parseXml(parts.get(footnotes)), 'footnote').slice(-2);
    expect(notes.map((note) => getAttribute(note, 'id'))).toEqual([String(id), String(id + 1)]);
    expect(notes[0]?.textContent).toContain('Disputed · claim 1');
    expect(Array.from(body.querySelectorAll('sectPr > headerReference')).length).toBeGreaterThan(0);
    expect(getAttribute(body.querySelector('bookmarkStart[*|name="_StetAppendix"]'), 'name')).not.toBeNull();
    await expectNoNewErrors(bytes, written);
  });
});

test('there are files', () => {
  expect(files.length).toBeGreaterThan(choose(1, 5));
});

const ofCorpora = files.filter(({ name }) => !name.includes('/tests/fixtures/'));

test.skipIf(ofCorpora.length === 0)('there are real files, where STET_CORPORA names a folder of them', () => {
  expect(ofCorpora.length).toBeGreaterThan(choose(5, 20));
});

import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { findChildren, getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import type { PreparedComment } from '#renderer/documents/write/prepare-comments.ts';
import { createUnusedIds } from '#renderer/documents/write/split-runs.ts';
import { writeComments } from '#renderer/documents/write/write-comments.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { choose } from '#tests/unit/effort.ts';
import { makeDocx, p, r } from '../read/word/make-docx.ts';
import { commentOf, line, openPackage, readDocument } from './word-files.ts';

const w14 = 'http://schemas.microsoft.com/office/word/2010/wordml';

/** Writes comments into a file, with new ids. */
async function write(bytes: Uint8Array, comments: readonly Partial<PreparedComment>[]): Promise<Uint8Array> {
  const { pkg, mainPart } = openPackage(bytes);
  const nextId = createUnusedIds(pkg.parts);
  writeComments(
    pkg,
    mainPart,
    comments.map((changes) => commentOf({ id: nextId(), ...changes })),
  );
  return pkg.toBytes();
}

/** The values of an attribute in all elements of a name, in a part. */
function readValues(bytes: Uint8Array, part: string, element: string, attribute: string) {
  const root = parseXml(readDocument(bytes).parts.get(part));
  return Array.from(root?.getElementsByTagNameNS('*', element) ?? []).map((one) =>
    getAttribute(one, attribute),
  );
}

const plain = makeDocx({ body: p('The pier was moved.') });
const earlierComments = (comments: string) =>
  makeDocx({
    body: p('The pier was moved.'),
    parts: { 'word/notes/c.xml': { type: 'comments', xml: `<w:comments>${comments}</w:comments>` } },
  });
const fromLibreOffice = earlierComments(
  `<w:comment w:id="7" w:author="Jo Lee" w:date="2026-01-01T00:00:00Z"><w:p>${r('From the minutes.')}</w:p></w:comment>`,
);

test('a file without comments gets the parts that Word writes for them', async () => {
  const written = await write(plain, [{}]);
  const { parts, comments } = readDocument(written);
  expect([...parts.keys()].filter((name) => /comment|people/.test(name)).toSorted()).toEqual([
    'word/_rels/comments.xml.rels',
    'word/comments.xml',
    'word/commentsextensible.xml',
    'word/commentsids.xml',
    'word/people.xml',
  ]);
  expect(comments.threads[0]?.first).toMatchObject({
    by: 'Ada Ruiz',
    text: 'Disputed · claim 1\nSee the minutes',
  });
  expect(readValues(written, 'word/commentsids.xml', 'commentId', 'durableId')).toEqual(['0A0B0C0D']);
  expect(readValues(written, 'word/commentsextensible.xml', 'commentExtensible', 'dateUtc')).toEqual([
    '2026-11-28T10:00:00Z',
  ]);
  expect(readValues(written, 'word/people.xml', 'person', 'author')).toEqual(['Ada Ruiz']);
  expect(readValues(written, 'word/_rels/comments.xml.rels', 'Relationship', 'Target')).toEqual([
    'https://example.org/a?b=c&d=%C3%A9',
  ]);
});

test('a reply to a comment without a thread of its own begins one, and our paragraph ids are new in all parts', async () => {
  const written = await write(fromLibreOffice, [
    { parent: '7', lines: [line('Checked.'), line('Twice.')] },
    {},
  ]);
  const { threads } = readDocument(written).comments;
  expect(threads.map(({ first, replies }) => [first.text, replies.map(({ text }) => text)])).toEqual([
    ['From the minutes.', ['Checked.\nTwice.']],
    ['Disputed · claim 1\nSee the minutes', []],
  ]);
  const ids = readValues(written, 'word/notes/c.xml', 'p', 'paraId');
  expect(new Set(ids).size).toBe(5);
  const [, , last] = ids;
  expect(readValues(written, 'word/commentsids.xml', 'commentId', 'paraId')[0]).toBe(last);
  expect(readDocument(fromLibreOffice).comments.threads[0]?.first).toEqual(threads[0]?.first);
});

test('a reply to a reply joins the thread of the first comment, and a resolved thread stays so', async () => {
  const comment = (id: number, paragraph: string) =>
    `<w:comment w:id="${id}" w:author="A"><w:p xmlns:w14="${w14}" w14:paraId="${paragraph}">${r(`c${id}`)}</w:p></w:comment>`;
  const bytes = makeDocx({
    body: p('Words'),
    parts: {
      'word/comments.xml': {
        type: 'comments',
        xml: `<w:comments>${comment(0, '0000000A')}${comment(1, '0000000B')}</w:comments>`,
      },
      'word/extended.xml': {
        type: 'commentsExtended',
        xml: '<w15:commentsEx><w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="1"/></w15:commentsEx>',
      },
    },
  });
  const { threads } = readDocument(
    await write(bytes, [{ parent: '1', at: null, lines: [line('ours')] }]),
  ).comments;
  expect(threads).toMatchObject([
    { first: { text: 'c0' }, replies: [{ text: 'c1' }, { text: 'ours' }], isResolved: true },
  ]);
});

test('three reports into the same file have ids of their own each time', async () => {
  const comments = [{}, { durableId: '7FFFFFFE' }, { durableId: '0A0B0C0E' }];
  const written = await write(await write(await write(fromLibreOffice, comments), comments), comments);
  const ids = readValues(written, 'word/notes/c.xml', 'comment', 'id');
  expect(new Set(ids).size).toBe(10);
  const durableIds = readValues(written, 'word/commentsids.xml', 'commentId', 'durableId');
  expect(durableIds.slice(0, 6)).toEqual([
    '0A0B0C0D',
    '7FFFFFFE',
    '0A0B0C0E',
    '0A0B0C0F',
    '00000001',
    '0A0B0C10',
  ]);
  expect(new Set(durableIds).size).toBe(9);
  expect(readValues(written, 'word/people.xml', 'person', 'author')).toEqual(['Ada Ruiz']);
  expect(createUnusedIds(openPackage(written).pkg.parts)()).toBe(17);
});

test('ids of anchors without a comment are not used again, wherever they are', async () => {
  const bytes = makeDocx({
    body: p(
      `${r('a')}<w:commentRangeStart w:displacedByCustomXml="next" w:id='41'/><w:commentReference w:id="12"/>`,
    ),
    more: { 'word/header1.xml': strToU8('<w:hdr xmlns:w="urn:w"><w:commentReference w:id="90"/></w:hdr>') },
  });
  expect(createUnusedIds(openPackage(bytes).pkg.parts)()).toBe(91);
});

test('a prefix that the file uses for another namespace is left alone, and one that it has for ours is used', async () => {
  // makeDocx declares w14 and w15 for namespaces that are not Word's.
  const other = parseXml(readDocument(await write(fromLibreOffice, [{}])).parts.get('word/notes/c.xml'));
  expect(other?.getAttribute('xmlns:w14')).toBe('urn:w14');
  expect(other?.getAttribute('mc:Ignorable')).toBe('w14x2');
  expect(other?.getElementsByTagNameNS('*', 'p')[1]?.getAttributeNS(w14, 'paraId')).not.toBeNull();
  const own = `<w:comments xmlns:x="${w14}" mc:Ignorable="w15"/>`;
  const bytes = makeDocx({ body: p('x'), parts: { 'word/comments.xml': { type: 'comments', xml: own } } });
  const known = parseXml(readDocument(await write(bytes, [{}])).parts.get('word/comments.xml'));
  expect(known?.getAttribute('mc:Ignorable')).toBe('w15 x');
  expect(known?.getElementsByTagNameNS('*', 'p')[0]?.getAttribute('x:paraId')).not.toBeNull();
});

test('a strict document gets comments in its own namespace', async () => {
  const written = await write(makeDocx({ body: p('Words'), isStrict: true }), [{}]);
  const { parts, comments } = readDocument(written);
  expect(comments.threads).toHaveLength(1);
  expect(parts.get('word/comments.xml')).toContain(
    'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"',
  );
  const types = readValues(written, 'word/_rels/document.xml.rels', 'Relationship', 'Type');
  expect(types).toContain('http://purl.oclc.org/ooxml/officeDocument/relationships/comments');
  expect(types).toContain('http://schemas.microsoft.com/office/2016/09/relationships/commentsIds');
});

test('styles are used by their ids where the file has them', async () => {
  const styles = [
    'paragraph|Kommentartext|annotation text',
    'character|Kommentarzeichen|annotation reference',
  ]
    .map((style) => style.split('|'))
    .map(
      ([type, id, name]) => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
    );
  const bytes = makeDocx({
    body: p('x'),
    parts: { 'word/styles.xml': { type: 'styles', xml: `<w:styles>${styles.join('')}</w:styles>` } },
  });
  const written = await write(bytes, [{ lines: [line('One')] }]);
  expect(readValues(written, 'word/comments.xml', 'pStyle', 'val')).toEqual(['Kommentartext']);
  expect(readValues(written, 'word/comments.xml', 'rStyle', 'val')).toEqual(['Kommentarzeichen']);
  expect(readValues(await write(plain, [{}]), 'word/comments.xml', 'pStyle', 'val')).toEqual([]);
});

test('any text stays as it is, apart from characters that XML can’t hold', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom(
        '\u0000',
        '\f',
        '\u001b',
        '\ud800',
        '\uffff',
        ']]>',
        '<a>',
        '&amp;',
        '\t',
        ' ',
        'א',
        'x',
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), text, async (texts, author) => {
      const written = await write(plain, [{ author, lines: texts.map(line) }]);
      const root = parseXml(readDocument(written).parts.get('word/comments.xml'));
      const [comment] = findChildren(root, 'comment');
      const read = findChildren(comment ?? null, 'p').map((paragraph) =>
        Array.from(paragraph.querySelectorAll('t, tab, br'), (element) =>
          element.localName === 't' ? element.textContent : element.localName === 'tab' ? '\t' : '\n',
        ).join(''),
      );
      expect(read).toEqual(texts.map((text) => toXmlText(text).replace(/\r\n?/g, '\n')));
      expect(getAttribute(comment ?? null, 'author')).toBe(toXmlText(author));
    }),
    { numRuns: choose(15, 60) },
  );
});

test('text from right to left is marked as such, in its paragraph and its runs', async () => {
  const written = await write(plain, [{ lines: [line('הרציף הועבר'), line('Moved.')] }]);
  const paragraphs = findChildren(
    findChildren(parseXml(readDocument(written).parts.get('word/comments.xml')), 'comment')[0] ?? null,
    'p',
  );
  expect(paragraphs.map((one) => one.querySelectorAll('pPr > bidi, rPr > rtl').length)).toEqual([2, 0]);
});

test('a comment of a million characters, and thousands of comments, are written', async () => {
  const count = choose(2_000, 10_000);
  const long = await write(plain, [{ lines: [line('word '.repeat(200_000))] }]);
  expect(readDocument(long).comments.threads[0]?.first.text.length).toBe(999_999);
  const many = Array.from({ length: count }, (_, index) => ({
    durableId: (index * 100_003).toString(16).toUpperCase().padStart(8, '0'),
    lines: [line(`Claim ${index}`), ...commentOf().lines],
  }));
  expect(readDocument(await write(plain, many)).comments.threads.length).toBe(count);
});

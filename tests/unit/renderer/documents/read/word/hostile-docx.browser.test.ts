import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { word } from '#renderer/documents/read/word/word.ts';
import { importResultSchema } from '#shared/import/base/proposal.ts';
import { choose } from '#tests/unit/effort.ts';
import ferry from '../../../../../fixtures/word/ferry.docx?url';
import { damagedCopies } from '../damaged-copies.ts';
import { loadFile } from '../reading.ts';
import { silentReporter } from '../reporter.ts';
import { draftOf, fileOf, makeDocx, p, problemOf, r } from './make-docx.ts';

const document = p('The ferry was built in 1986.');
const makeDocxWith = (more: Record<string, Uint8Array>) => makeDocx({ body: document, more });
const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);

/** Overwrites a 32-bit number at an offset in the records with a signature: in all of them, or in the one with an index. */
function patchRecords(
  zip: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  recordIndex = -1,
): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  let count = 0;
  for (let start = 0; start + 46 <= bytes.length; start += 1)
    if (view.getUint32(start, true) === signature) {
      if (recordIndex === -1 || recordIndex === count) view.setUint32(start + offset, value, true);
      count += 1;
    }
  return bytes;
}

const utf16 = (text: string) =>
  Uint8Array.from(
    Array.from(`\ufeff${text}`).flatMap((character) => [
      character.charCodeAt(0) & 255,
      character.charCodeAt(0) >> 8,
    ]),
  );

const centralHeader = 0x02014b50;
const plain = makeDocx({ body: document });

describe('a zip that no article comes in', () => {
  test.each([
    ['grows more than 200-fold', makeDocxWith({ 'a.bin': megabytes(2) }), /more than 200 times its size/],
    ['holds a large file', patchRecords(plain, centralHeader, 24, 0x0d000000), /a file of more than 200 MB/],
    [
      'holds too many files',
      makeDocxWith(
        Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, new Uint8Array()])),
      ),
      /more than 10,000 files/,
    ],
    ['leads out of itself', makeDocxWith({ 'word/../../evil.xml': strToU8('<a/>') }), /paths outside of it/],
    [
      'leads out of itself with backslashes',
      makeDocxWith({ '..\\evil.xml': strToU8('<a/>') }),
      /paths outside of it/,
    ],
    ['leads to the root', makeDocxWith({ '/etc/evil.xml': strToU8('<a/>') }), /paths outside of it/],
    ['leads to a drive', makeDocxWith({ 'C:\\evil.xml': strToU8('<a/>') }), /paths outside of it/],
    [
      'has a name twice',
      makeDocxWith({ 'WORD/Document.xml': strToU8('<a/>') }),
      /two files of the same name/,
    ],
    ['uses bytes twice', patchRecords(plain, centralHeader, 42, 0), /overlap/],
    ['holds more than its directory says', patchRecords(plain, centralHeader, 24, 60), /larger than it says/],
    [
      'holds an XML bomb',
      makeDocxWith({
        'word/theme.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
      }),
      /declares entities/,
    ],
    [
      'hides it in UTF-16',
      makeDocxWith({
        'word/theme.xml': utf16('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
      }),
      /declares entities/,
    ],
  ])('a zip that %s is refused as hostile', async (_behaviour, bytes, message) => {
    expect(await problemOf(bytes)).toEqual({
      code: 'hostile',
      message: expect.stringMatching(message),
    });
  });

  test('a zip that grows to more than 1 GB in all is refused as hostile', async () => {
    const many = makeDocxWith(
      Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`f${at}`, strToU8('x'.repeat(99))])),
    );
    expect(await problemOf(patchRecords(many, centralHeader, 24, 180 * 1024 * 1024))).toMatchObject({
      code: 'hostile',
      message: expect.stringMatching(/more than 1 GB/),
    });
  });

  test('an entry is inflated no further than the size in the directory', async () => {
    const bomb = patchRecords(makeDocxWith({ 'word/bomb.xml': megabytes(64) }), centralHeader, 24, 1024, 5);
    expect(await problemOf(bomb)).toMatchObject({
      code: 'hostile',
      message: expect.stringMatching(/larger than it says/),
    });
  });
});

test.each([
  ['encrypted entries', patchRecords(plain, centralHeader, 8, 0x00080001)],
  [
    'a password',
    Uint8Array.of(
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0x45, 0x45, 0],
      ...Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]),
    ),
  ],
])('a document with %s is refused as protected', async (_what, bytes) => {
  expect(await problemOf(bytes)).toEqual({
    code: 'protected',
    message: expect.stringMatching(/^article\.docx is protected by a password; nothing was changed\. /),
  });
});

function makeDocxWithUndecodableComments() {
  return makeDocx({
    body: document,
    parts: { 'word/comments.xml': { type: 'comments', xml: '<w:comments/>' } },
    more: { 'word/comments.xml': Uint8Array.of(0xff, 0xfe, 0x00) },
  });
}

describe('a document that is incomplete', () => {
  test.each([
    ['truncated', plain.subarray(0, plain.length - 300)],
    ['shorter than a directory', plain.subarray(0, 40)],
    ['not well-formed', makeDocx({ body: '<w:p><w:r>' })],
    [
      'whose footnotes are not well-formed',
      makeDocx({
        body: document,
        parts: {
          'word/footnotes.xml': { type: 'footnotes', xml: '<w:footnotes><w:footnote></w:footnotes>' },
        },
      }),
    ],
    ['whose comments can not be decoded', makeDocxWithUndecodableComments()],
    [
      'whose list of parts is not well-formed',
      makeDocxWith({ 'word/_rels/document.xml.rels': strToU8('<Relationships>') }),
    ],
    ['missing some bytes', Uint8Array.of(...plain.subarray(0, 300), ...plain.subarray(340))],
  ])('a document that is %s is refused as damaged', async (_what, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: 'damaged' });
  });

  test('a document without text is refused as empty', async () => {
    expect(await problemOf(makeDocx({ body: p('<w:r><w:drawing/></w:r>') }))).toMatchObject({
      code: 'empty',
    });
  });

  test('a package without a Word document is refused as unsupported', async () => {
    expect(await problemOf(zipSync({ 'a.txt': strToU8('hello') }))).toMatchObject({ code: 'unsupported' });
    expect(await problemOf(makeDocx({ body: document, main: 'xl/workbook.bin' }))).toMatchObject({
      code: 'unsupported',
    });
  });

  test('a document damaged at random has an answer that the schema accepts', async () => {
    const whole = await loadFile(ferry);
    await fc.assert(
      fc.asyncProperty(damagedCopies(whole), async (bytes) => {
        const file = fileOf(bytes);
        if (word.matches(file))
          expect(importResultSchema.safeParse(await word.readDraft(file, silentReporter)).success).toBe(true);
      }),
      { numRuns: choose(10, 40) },
    );
  });
});

test('a document is recognized by its content, whatever its name', () => {
  expect(word.matches(fileOf(plain, 'article'))).toBe(true);
  expect(word.matches(fileOf(plain.subarray(0, 99), 'article.docx'))).toBe(true);
  expect(word.matches(fileOf(zipSync({ 'word/document.xml': strToU8('<a/>') }), 'a.zip'))).toBe(false);
  expect(word.matches(fileOf(strToU8('plain'), 'article.docx'))).toBe(false);
});

test('files and addresses that a document refers to are neither read nor linked', async () => {
  const link = (id: string, target: string, type: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
  const outside = 'file:///etc/passwd';
  const relationships = [
    ...['hyperlink', 'image', 'attachedTemplate', 'aFChunk', 'subDocument'].map((type) =>
      link(type, outside, type),
    ),
    link('script', 'javascript:alert(1)', 'hyperlink'),
    link('beacon', '/beacon.png', 'image'),
  ].join('');
  const body = [
    p(
      `<w:hyperlink r:id="hyperlink">${r('file')}</w:hyperlink><w:hyperlink r:id="script">${r(' script')}</w:hyperlink>`,
    ),
    p(
      '<w:r><w:drawing><a:blip r:link="image"/></w:drawing><w:drawing><a:blip r:link="beacon"/></w:drawing></w:r>',
    ),
    '<w:altChunk r:id="aFChunk"/><w:subDoc r:id="subDocument"/>',
    p(`<w:fldSimple w:instr="INCLUDETEXT &quot;${outside}&quot;">${r('included')}</w:fldSimple>`),
  ];
  performance.clearResourceTimings();
  const { blocks, marks, notices } = await draftOf(makeDocx({ body: body.join(''), relationships }));
  expect(blocks).toEqual(['paragraph: file script', 'paragraph: included']);
  expect(marks).toEqual([]);
  expect(notices).toEqual({ imagesLeftOut: 2, documentsLeftOut: 2 });
  expect(performance.getEntriesByType('resource').map(({ name }) => name)).not.toContainEqual(
    expect.stringMatching(/passwd|beacon/),
  );
});

test('markup in the text stays text', async () => {
  const { blocks } = await draftOf(
    makeDocx({
      body: p('&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &lt;img src=x onerror=alert(1)&gt;'),
    }),
  );
  expect(blocks).toEqual(['paragraph: <script>alert(1)</script> &amp; <img src=x onerror=alert(1)>']);
});

test('deeply nested elements are read', async () => {
  const deep = (depth: number) =>
    `${'<w:sdt><w:sdtContent>'.repeat(depth)}${p('deep')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`;
  const tables = `${'<w:tbl><w:tr><w:tc>'.repeat(300)}${p('table')}${'</w:tc><w:tc/></w:tr></w:tbl>'.repeat(300)}`;
  const { blocks } = await draftOf(makeDocx({ body: p('First') + deep(500) + tables }));
  expect(blocks).toEqual(['paragraph: First', 'paragraph: deep', 'tableRow: table\t']);
});

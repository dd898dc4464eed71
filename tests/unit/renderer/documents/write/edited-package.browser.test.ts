import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { readRelationships } from '#renderer/documents/read/word/document/office-package.ts';
import { createPackage, openEditedPackage, serializePart } from '#renderer/documents/write/edited-package.ts';
import { makeDocx, p } from '../read/word/make-docx.ts';
import { listChangedEntries, openPackage } from './word-files.ts';

const bytes = makeDocx({ body: p('Words'), main: 'Word/Document.xml', more: { 'a.png': strToU8('pixels') } });

test('a package without changes has the bytes of the file', async () => {
  expect(await openPackage(bytes).pkg.toBytes()).toEqual(bytes);
});

test('a part is replaced under its own name, whatever the case, and no other entry changes', async () => {
  const { pkg } = openPackage(bytes);
  pkg.setPart('WORD/document.XML', '<w:document/>', 'ignored: it has one');
  expect(pkg.getPart('Word/document.xml')).toBe('<w:document/>');
  expect(listChangedEntries(bytes, await pkg.toBytes())).toEqual(['Word/Document.xml']);
});

test('new parts and relationships are listed, in the folder of the part and with its case', async () => {
  const { pkg, main } = openPackage(bytes);
  pkg.setPart('word/comments.xml', '<w:comments/>', 'x/comments');
  const first = pkg.addRelationship(main, 'comments', 'word/comments.xml');
  const second = pkg.addRelationship('word/comments.xml', 'hyperlink', 'https://example.org/ü b', true);
  const third = pkg.addRelationship(main, 'image', 'media/é.png');
  expect([first, second, third]).toEqual(['rId1', 'rId1', 'rId2']);
  expect(readRelationships(pkg.parts, main)).toEqual([
    { id: 'rId1', type: 'comments', target: 'word/comments.xml', isExternal: false },
    { id: 'rId2', type: 'image', target: 'media/é.png', isExternal: false },
  ]);
  const written = unzipSync(await pkg.toBytes());
  expect(Object.keys(written)).toContain('word/_rels/comments.xml.rels');
  const types = strFromU8(written['[Content_Types].xml'] ?? new Uint8Array());
  expect(types).toContain('<Override PartName="/word/comments.xml" ContentType="x/comments"/>');
  // The list of types has no default for relationships.
  expect(types).toContain('PartName="/word/_rels/comments.xml.rels"');
  expect(strFromU8(written['word/_rels/comments.xml.rels'] ?? new Uint8Array())).toContain(
    'Target="https://example.org/%C3%BC%20b" TargetMode="External"',
  );
});

test.each([
  ['https://example.org/?q={a|b}^', 'https://example.org/?q=%7Ba%7Cb%7D%5E'],
  ['https://example.org/a#{b}', 'https://example.org/a#%7Bb%7D'],
  ['https://example.org/\u212a?a=%20[1]', 'https://example.org/%E2%84%AA?a=%20[1]'],
])('the address %s is written as %s', (address, target) => {
  const { pkg, main } = openPackage(bytes);
  pkg.addRelationship(main, 'hyperlink', address, true);
  expect(readRelationships(pkg.parts, main).at(-1)?.target).toBe(target);
});

test('ids of relationships are new, and those that are there stay', () => {
  const related =
    '<Relationship Id="rId1" Type="t/styles" Target="s.xml"/><Relationship Id="rId3" Type="t/x" Target="x.xml"/>';
  const { pkg, main } = openPackage(makeDocx({ body: p('x'), relationships: related }));
  expect([1, 2, 3].map(() => pkg.addRelationship(main, 'image', 'word/i.png'))).toEqual([
    'rId4',
    'rId5',
    'rId6',
  ]);
  expect(readRelationships(pkg.parts, main).map(({ id }) => id)).toEqual([
    'rId1',
    'rId3',
    'rId4',
    'rId5',
    'rId6',
  ]);
});

test('a created package begins with the list of content types, and is the same each time', async () => {
  const parts = { 'word/document.xml': '<a/>', '[Content_Types].xml': '<Types/>', '_rels/.rels': '<é/>' };
  const written = await createPackage(parts).toBytes();
  const read = unzipSync(written);
  expect(Object.keys(read)).toEqual(['[Content_Types].xml', 'word/document.xml', '_rels/.rels']);
  expect(strFromU8(read['_rels/.rels'] ?? new Uint8Array())).toBe('<é/>');
  expect(await createPackage(parts).toBytes()).toEqual(written);
});

test('a file that is no zip, or a hostile one, is refused', () => {
  expect(openEditedPackage(strToU8('no zip'))).toMatchObject({ ok: false, fault: { kind: 'damaged' } });
});

test('a part is written as UTF-8 with a declaration, and nothing in it changes that counts', () => {
  const xml =
    '<?xml version="1.0" encoding="UTF-16"?><!-- c --><a xmlns="urn:a" xmlns:b="urn:b" xmlns:mc="urn:mc" mc:Ignorable="b"><b:c d=" &#10;&lt;&quot;"> x&#13;\n &amp;&gt; <![CDATA[<&]]></b:c></a>';
  const root = parseXml(xml);
  const written = serializePart(root?.ownerDocument ?? new Document());
  expect(written).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\r\n<!-- c --><a xmlns="urn:a"/,
  );
  const again = parseXml(written);
  expect(again?.isEqualNode(root)).toBe(true);
  expect(again?.textContent).toBe(' x\r\n &> <&');
});

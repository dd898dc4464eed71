import { expect, test } from 'vitest';
import { getAttribute, parseXml } from '#renderer/documents/read/base/xml.ts';
import { findRelatedParts } from '#renderer/documents/read/word/document/office-package.ts';
import { addPageLine } from '#renderer/documents/write/add-page-line.ts';
import { serializePart } from '#renderer/documents/write/edited-package.ts';
import { makeDocx, p, r } from '../read/word/make-docx.ts';
import { openPackage } from './word-files.ts';

const text = 'Confidential: for legal review';
const header = (words: string) => ({ type: 'header', xml: `<w:hdr>${p(r(words))}</w:hdr>` });
const evenPages = { type: 'settings', xml: '<w:settings><w:evenAndOddHeaders/></w:settings>' };
const section = (content: string) => `<w:sectPr>${content}<w:pgSz w:w="11906"/></w:sectPr>`;
const reference = (type: string, id: string) => `<w:headerReference w:type="${type}" r:id="${id}"/>`;

/** The references of each section after the line was added, and the first paragraph of each header. */
function addLine(bytes: Uint8Array, times = 1) {
  const { pkg, main } = openPackage(bytes);
  for (let time = 0; time < times; time += 1) {
    const root = parseXml(pkg.getPart(main));
    if (!root) throw new Error('There is no document.');
    addPageLine(pkg, main, root.ownerDocument, text);
    pkg.setPart(main, serializePart(root.ownerDocument));
  }
  const sections = Array.from(parseXml(pkg.getPart(main))?.querySelectorAll('sectPr') ?? [], (one) =>
    Array.from(one.children, (child) => getAttribute(child, 'type') ?? child.localName),
  );
  const headers = findRelatedParts(pkg.parts, main, 'header').map((name) =>
    Array.from(parseXml(pkg.getPart(name))?.children ?? [], (child) => child.textContent),
  );
  return { sections, headers };
}

test('a document without headers gets one, also without a section', () => {
  expect(addLine(makeDocx({ body: p('x') }))).toEqual({ sections: [['default']], headers: [[text]] });
});

test('the line comes before what a header has, and only once', () => {
  const bytes = makeDocx({
    body: p('x') + section(reference('default', 'p0')),
    parts: { 'word/header1.xml': header('Draft') },
  });
  const expected = { sections: [['default', 'pgSz']], headers: [[text, 'Draft']] };
  expect(addLine(bytes)).toEqual(expected);
  expect(addLine(bytes, 2)).toEqual(expected);
});

test('first and even pages get a header where they show another one, and later sections inherit it', () => {
  const bytes = makeDocx({
    body:
      p('one', section(reference('default', 'p0'))) +
      p('two', section('<w:titlePg/>')) +
      p('three') +
      section('<w:titlePg/><w:sectPrChange w:id="1"><w:sectPr/></w:sectPrChange>'),
    parts: { 'word/header1.xml': header('Draft'), 'word/settings.xml': evenPages },
  });
  expect(addLine(bytes)).toEqual({
    sections: [
      ['even', 'default', 'pgSz'],
      ['first', 'titlePg', 'pgSz'],
      ['titlePg', 'sectPrChange', 'pgSz'],
      [],
    ],
    headers: [[text, 'Draft'], [text], [text]],
  });
});

test('a reference that leads to no header is replaced', () => {
  const bytes = makeDocx({ body: p('x') + section(reference('default', 'gone')) });
  expect(addLine(bytes)).toEqual({ sections: [['default', 'pgSz']], headers: [[text]] });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { makePdf, streamOf } from '#tests/unit/renderer/documents/read/make-pdf.ts';
import { projectRoot } from '../electron/launch.ts';

const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources';

/** Makes a PDF that takes practically for ever to read: twelve forms, each of which draws the next one twelve times. */
export function makeEndlessPdf(): Uint8Array<ArrayBuffer> {
  const forms = Array.from({ length: 12 }, (_, index) =>
    index === 11
      ? streamOf('BT /F 12 Tf 50 700 Td (a) Tj ET', `${form} << /Font << /F 4 0 R >> >>`)
      : streamOf('/X Do '.repeat(12), `${form} << /XObject << /X ${12 + index} 0 R >> >>`),
  );
  return makePdf({ pages: [], contents: ['/X Do'], more: forms });
}

const wordDocument = new Uint8Array(readFileSync(join(projectRoot, 'tests/fixtures/word/ferry.docx')));

/** Replaces or adds parts of the Word document. */
function replaceWordParts(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ ...unzipSync(wordDocument), ...parts });
}

/** Entities that expand to a billion words (“billion laughs”). */
const entityBomb = `<!DOCTYPE lolz [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`)
  .join('')}]><w:document>&j;</w:document>`;

/** Makes the beginning of a compound file (old Office documents, and new ones with a password), which holds this name in UTF-16. */
const makeCompoundFile = (name: string) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(1_016).fill(0),
    ...Buffer.from(name, 'utf16le'),
    ...new Array<number>(512).fill(0),
  ]);

/** Files that can't be opened, each with a part of its error message. */
export const badFiles: Record<string, { bytes: () => Uint8Array; message: string | RegExp }> = {
  'empty.docx': { bytes: () => new Uint8Array(), message: 'empty.docx is empty' },
  'truncated.docx': {
    bytes: () => wordDocument.slice(0, wordDocument.length >> 1),
    message: 'it is damaged or incomplete',
  },
  'locked.docx': {
    bytes: () => makeCompoundFile('EncryptedPackage'),
    message: 'locked.docx is protected by a password',
  },
  'old.doc': {
    bytes: () => makeCompoundFile('WordDocument'),
    message: 'old.doc looks like an old Word document',
  },
  'sheet.docx': {
    bytes: () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    message: 'sheet.docx',
  },
  'bomb.docx': {
    bytes: () => replaceWordParts({ 'word/media/bomb.xml': new Uint8Array(150 * 1024 * 1024) }),
    message: 'bomb.docx',
  },
  'laughs.docx': {
    bytes: () => replaceWordParts({ 'word/document.xml': strToU8(entityBomb) }),
    message: 'laughs.docx',
  },
  'climbing.docx': {
    bytes: () => replaceWordParts({ '../../etc/passwd': strToU8('x') }),
    message: 'climbing.docx',
  },
  'truncated.pdf': {
    bytes: () => makePdf({ pages: [['One'], ['Two']] }).slice(0, 900),
    message: /truncated\.pdf (is incomplete|can’t be read)/,
  },
  'locked.pdf': {
    bytes: () => makePdf({ pages: [['Hello']], locked: true }),
    message: 'locked.pdf is protected',
  },
  'no-pages.pdf': { bytes: () => makePdf({ pages: [] }), message: 'no-pages.pdf has no pages' },
  'blank.pdf': {
    bytes: () => makePdf({ pages: [[], []] }),
    message: 'blank.pdf has only blank pages',
  },
  'endless.pdf': {
    bytes: makeEndlessPdf,
    message: 'endless.pdf takes too long to read',
  },
  'empty.html': { bytes: () => strToU8('<html><body></body></html>'), message: 'empty.html' },
  'empty.mhtml': { bytes: () => strToU8('MIME-Version: 1.0\r\n\r\n'), message: 'empty.mhtml' },
  'long.txt': {
    bytes: () => new Uint8Array(99 * 1024 * 1024).fill(97),
    message: 'long.txt is longer than the 10 million characters',
  },
  'not-utf-8.txt': {
    bytes: () => Uint8Array.from([...strToU8('Zoë, Zoë, Zoë, '), 0xc3, 0x28, 0x41]),
    message: 'not-utf-8.txt can’t be read as text',
  },
  'cut-off.rtf': {
    bytes: () => strToU8('{\\rtf1 Hello'),
    message: 'cut-off.rtf can’t be read: it is damaged',
  },
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { makePdf, streamOf } from '../../../unit/renderer/importer/make-pdf';
import { projectRoot } from '../electron/runtime';

const word = new Uint8Array(readFileSync(join(projectRoot, 'tests/fixtures/word/ferry.docx')));

/** The Word document with another part in place of its own, or beside it. */
function wordWith(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ ...unzipSync(word), ...parts });
}

/** Twelve forms, each of which shows the next one twelve times: nobody lives to see the end of it. */
const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources';
const endless = Array.from({ length: 12 }, (_, index) =>
  index === 11
    ? streamOf('BT /F 12 Tf 50 700 Td (a) Tj ET', `${form} << /Font << /F 4 0 R >> >>`)
    : streamOf('/X Do '.repeat(12), `${form} << /XObject << /X ${12 + index} 0 R >> >>`),
);

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at]};`.repeat(10)}">`)
  .join('')}]><w:document>&j;</w:document>`;

/** The first bytes of an old Office document, which also wraps one with a password; names in it are UTF-16. */
const compound = (inside: string) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...new Array<number>(1_016).fill(0),
    ...Buffer.from(inside, 'utf16le'),
    ...new Array<number>(512).fill(0),
  ]);

/** Files that can't be opened, and what has to be said of each. */
export const badFiles: Record<string, { bytes: () => Uint8Array; says: string | RegExp }> = {
  'empty.docx': { bytes: () => new Uint8Array(), says: 'empty.docx is empty' },
  'truncated.docx': { bytes: () => word.slice(0, word.length >> 1), says: 'it is damaged or incomplete' },
  'locked.docx': {
    bytes: () => compound('EncryptedPackage'),
    says: 'locked.docx is protected by a password',
  },
  'old.doc': { bytes: () => compound('WordDocument'), says: 'old.doc looks like an old Word document' },
  'sheet.docx': {
    bytes: () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    says: 'sheet.docx',
  },
  'bomb.docx': {
    bytes: () => wordWith({ 'word/media/bomb.xml': new Uint8Array(150 * 1024 * 1024) }),
    says: 'bomb.docx',
  },
  'laughs.docx': { bytes: () => wordWith({ 'word/document.xml': strToU8(laughs) }), says: 'laughs.docx' },
  'climbing.docx': { bytes: () => wordWith({ '../../etc/passwd': strToU8('x') }), says: 'climbing.docx' },
  'truncated.pdf': {
    bytes: () => makePdf({ pages: [['One'], ['Two']] }).slice(0, 900),
    says: /truncated\.pdf (is incomplete|can’t be read)/,
  },
  'locked.pdf': {
    bytes: () => makePdf({ pages: [['Hello']], locked: true }),
    says: 'locked.pdf is protected',
  },
  'no-pages.pdf': { bytes: () => makePdf({ pages: [] }), says: 'no-pages.pdf has no pages' },
  'scan.pdf': { bytes: () => makePdf({ pages: [[], []] }), says: 'scan.pdf is a scan' },
  'endless.pdf': {
    bytes: () => makePdf({ pages: [], contents: ['/X Do'], more: endless }),
    says: 'endless.pdf takes too long to read',
  },
  'empty.html': { bytes: () => strToU8('<html><body></body></html>'), says: 'empty.html' },
  'empty.mhtml': { bytes: () => strToU8('MIME-Version: 1.0\r\n\r\n'), says: 'empty.mhtml' },
  'long.txt': {
    bytes: () => new Uint8Array(99 * 1024 * 1024).fill(97),
    says: 'long.txt is longer than the 10 million characters',
  },
  'not-utf-8.txt': {
    bytes: () => Uint8Array.from([...strToU8('Zoë, Zoë, Zoë, '), 0xc3, 0x28, 0x41]),
    says: 'not-utf-8.txt can’t be read as text',
  },
  'rich.rtf': {
    bytes: () => strToU8('{\\rtf1 Hello}'),
    says: 'rich.rtf looks like a rich text (RTF) document',
  },
};

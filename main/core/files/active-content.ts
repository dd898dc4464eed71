import { open } from 'node:fs/promises';

/** So many bytes programs look at, at most, to tell what a file is whatever its name says. */
const sample = 1024;

/** How programs begin, as Latin-1: Windows, Linux, macOS (one processor, both orders of bytes; several), scripts, PostScript. */
const programs = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '\xca\xfe\xba\xbf',
  '#!',
  '%!',
];

const byteOrderMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
/** What browsers take for a page when it comes first (WHATWG MIME Sniffing, 7.1), and XML of any kind. */
const firstTag =
  /^[\t\n\f\r ]*<(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|!--|\?xml)(?![a-z])/;
/** What makes a page of a text wherever it stands. */
const anyTag = /<(?:!doctype|html|head|script|iframe|body|svg)(?![a-z])/;

/** Whether the beginning of a file is one of what can act by itself: a program, a script, or a page, drawing or other XML. */
export function looksActive(beginning: Uint8Array): boolean {
  // In UTF-16 every other byte of such signs is zero.
  const text = Buffer.from(beginning).toString('latin1').replace(byteOrderMark, '').replaceAll('\0', '');
  const small = text.toLowerCase();
  return programs.some((sign) => text.startsWith(sign)) || firstTag.test(small) || anyTag.test(small);
}

/** The same of a file. Rejects with the system's error. */
export async function isActive(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sample), 0, sample, 0);
    return looksActive(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

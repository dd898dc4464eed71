import { open } from 'node:fs/promises';

/** How many bytes at the start of a file are examined: as many as programs that detect a type by its content. */
const sampleBytes = 1024;

/**
 * The first bytes of executables, as Latin-1: Windows, Linux, macOS (one processor in both byte orders; several processors),
 * scripts, PostScript.
 */
const executableSignatures = [
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
/** First tags by which browsers recognise a page (WHATWG MIME Sniffing, 7.1), and XML of any kind. */
const firstTag =
  /^[\t\n\f\r ]*<(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|!--|\?xml)(?![a-z])/;
/** Tags that make a text a page wherever they are. */
const anyTag = /<(?:!doctype|html|head|script|iframe|body|svg)(?![a-z])/;

/** Whether a file that begins with these bytes can run code: a program, a script, or a page, drawing or other XML. */
function isActiveContent(beginning: Uint8Array): boolean {
  // In UTF-16 every other byte of these characters is zero.
  const text = Buffer.from(beginning).toString('latin1').replace(byteOrderMark, '').replaceAll('\0', '');
  const lowerCase = text.toLowerCase();
  return (
    executableSignatures.some((signature) => text.startsWith(signature)) ||
    firstTag.test(lowerCase) ||
    anyTag.test(lowerCase)
  );
}

/** As `isActiveContent`, for a file. Rejects with the system's error. */
export async function isActiveFile(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return isActiveContent(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

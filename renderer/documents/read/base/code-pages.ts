import { decodeAs } from './decode-as.ts';

/** Labels of the encodings of `\fcharset` (RTF 1.9.1, "Font Table"); the first one is the code page of the document. */
const labelsByCharset = new Map<number, string>([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [130, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
  [2, 'symbol'],
]);

/** Labels of the code pages of `\ansicpg` and `\cpg` whose names have another number. */
const labelsByCodePage = new Map<number, string>([
  [437, 'ibm437'],
  [850, 'ibm850'],
  [852, 'ibm852'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [10017, 'x-mac-cyrillic'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [65001, 'utf-8'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [20127, 'windows-1252'],
  [28591, 'windows-1252'],
  [28601, 'windows-874'],
  [38598, 'iso-8859-8'],
  [20932, 'euc-jp'],
  [51932, 'euc-jp'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [20936, 'gbk'],
  [51936, 'gbk'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
]);

/** The label of the encoding of a font; null when it is that of the document. */
export function getCharsetLabel(charset: number): string | null {
  return labelsByCharset.get(charset) ?? null;
}

/** The label of the encoding of a code page of Windows; null when it is not known. */
export function getEncodingOfCodePage(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  const part = codePage - 28_590;
  // ISO 8859 has no part 12, and its parts 1 and 11 are contained in code pages of Windows.
  if (part >= 2 && part <= 16 && part !== 11 && part !== 12) return `iso-8859-${part}`;
  return labelsByCodePage.get(codePage) ?? null;
}

/** The same, with the western code page for those that are not known. */
export function getCodePageLabel(codePage: number): string {
  return getEncodingOfCodePage(codePage) ?? 'windows-1252';
}

/** The bullet of the fonts Symbol and Wingdings. Their numbers alone do not say which the other symbols are. */
const symbolBullets = new Set([0xb7, 0xa7, 0x9f, 0x6c]);
const unknownSymbol = '\ufffd';

/** The character of a font of symbols: fonts put them at U+F000 (the Private Use Area), too. */
export function decodeSymbol(code: number): string {
  const symbol = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (symbol > 0xff) return String.fromCharCode(code);
  if (symbolBullets.has(symbol)) return '•';
  return symbol <= 0x20 ? ' ' : unknownSymbol;
}

/** Longer bytes are not decoded at once, because a call takes a limited number of arguments. */
const maxAsciiBytes = 8_192;

/** Decodes bytes; `symbol` is the encoding of fonts of symbols. */
export function decodeBytes(bytes: Uint8Array, label: string): string {
  if (label === 'symbol') return Array.from(bytes, decodeSymbol).join('');
  // Most text is ASCII in every encoding, and comes in short pieces.
  const isShortAscii = bytes.length < maxAsciiBytes && bytes.every((byte) => byte < 0x80);
  return isShortAscii ? String.fromCharCode(...bytes) : decodeAs(bytes, label);
}

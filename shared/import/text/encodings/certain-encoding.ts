/** The text, or what is wrong with it as a clause of a message, or `binary` for bytes that are not text. */
type Attempt = { text: string; encoding: string } | { problem: string } | 'binary';

/** Byte order marks (Unicode 16, 23.8) and their encodings. */
const byteOrderMarks = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How much of a file is examined to detect UTF-16 without a byte order mark, in bytes. */
const sampleBytes = 4_096;

/** The escape sequences of ISO-2022-JP (RFC 1468), whose text is ASCII without them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const japaneseEscape = /\u001b(?:\$[@B]|\([BJI])/;

/** The escape sequences of ISO-2022-KR (RFC 1557) and ISO-2022-CN (RFC 1922), which no browser decodes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const otherEscape = /\u001b\$\)[ACEG]/;

/** Decodes strictly; null on any invalid sequence. Keeps a second byte order mark, because it is a character there. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\p{Surrogate}/u.test(text) ? null : text;
  } catch {
    // The bytes are not valid in this encoding.
    return null;
  }
}

/**
 * Detects UTF-16 by its NUL bytes: mostly Latin text has one in every second byte, and none in the others. Text in other scripts
 * has them in its spaces and line ends alone.
 */
function detectUtf16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  for (const [offset, byte] of head.entries()) {
    if (byte === 0 && offset % 2 === 0) even += 1;
    if (byte === 0 && offset % 2 === 1) odd += 1;
  }
  if (even === odd) return null;
  const candidate = odd > even ? 'utf-16le' : 'utf-16be';
  if (Math.min(even, odd) === 0 && Math.max(even, odd) > head.length / 6) return candidate;
  const text = bytes.length % 2 === 0 ? decodeStrictly(bytes, candidate) : null;
  return text !== null && looksWritten(text) ? candidate : null;
}

/** Whether a text consists of assigned letters, spaces and punctuation. */
function looksWritten(text: string): boolean {
  const letterCount = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  return letterCount * 2 > text.length && /\s/u.test(text) && !/[\p{Cn}\p{Co}\0]/u.test(text);
}

/**
 * Whether the bytes are UTF-8 with a few invalid sequences. Decoding them in another encoding would garble the valid
 * characters. Where UTF-8 is declared, it may have as many invalid sequences as valid ones.
 */
export function isDamagedUtf8(bytes: Uint8Array, isDeclared: boolean): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const invalidCount = text.match(/\ufffd/g)?.length ?? 0;
  const validCount = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return isDeclared ? validCount >= Math.max(1, invalidCount) : validCount > invalidCount;
}

/**
 * Decodes bytes that leave no doubt about their encoding: by the byte order mark, which it removes, as UTF-8, UTF-16 or
 * ISO-2022-JP. Null when the encoding must be declared, or guessed. Never throws.
 */
export function decodeCertain(bytes: Uint8Array): Attempt | null {
  const mark = byteOrderMarks.find(({ bom }) => bom.every((byte, index) => bytes[index] === byte));
  const announced = mark?.encoding ?? detectUtf16(bytes);
  const body = bytes.subarray(mark?.bom.length ?? 0);
  if (announced) {
    const text = decodeStrictly(body, announced);
    return text === null
      ? { problem: `it is ${announced.toUpperCase()} with broken characters` }
      : { text, encoding: announced };
  }
  if (bytes.includes(0)) return 'binary';
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 === null) return null;
  if (otherEscape.test(utf8))
    return { problem: 'it is in ISO-2022-KR or ISO-2022-CN, which Stet can’t read' };
  const japanese = japaneseEscape.test(utf8) ? decodeStrictly(bytes, 'iso-2022-jp') : null;
  return japanese === null ? { text: utf8, encoding: 'utf-8' } : { text: japanese, encoding: 'iso-2022-jp' };
}

import { decodeWindows1252 } from './windows-1252';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text; or what is wrong with it, as a clause of a message; or `binary` for bytes that are no text. */
type Attempt = { text: string; encoding: Encoding } | { problem: string } | 'binary';

/** Byte order marks (Unicode 16, 23.8) and their encodings. */
const byteOrderMarks: { bom: number[]; encoding: Encoding }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How much of a file is examined to detect UTF-16 without a byte order mark, in bytes. */
const sampleBytes = 4_096;

/** Decodes strictly; null on any invalid sequence. Keeps a second byte order mark, which is a character then. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\p{Surrogate}/u.test(text) ? null : text;
  } catch {
    // The bytes are not valid in this encoding.
    return null;
  }
}

/** Detects UTF-16 by its NUL bytes: mostly Latin text has one in every second byte, and none in the others. */
function detectUtf16(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  for (const [offset, byte] of head.entries()) {
    if (byte === 0 && offset % 2 === 0) even += 1;
    if (byte === 0 && offset % 2 === 1) odd += 1;
  }
  const minNulCount = head.length / 6;
  if (odd > minNulCount && even === 0) return 'utf-16le';
  return even > minNulCount && odd === 0 ? 'utf-16be' : null;
}

/**
 * Whether the bytes are UTF-8 with a few invalid sequences. Decoding them as Windows-1252 would garble the valid
 * characters.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const invalidCount = text.match(/\ufffd/g)?.length ?? 0;
  const validCount = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return validCount > invalidCount;
}

/** Decodes by the byte order mark, which it removes, or by the first encoding that fits. Never throws. */
export function tryDecode(bytes: Uint8Array): Attempt {
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
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  if (isDamagedUtf8(bytes)) return { problem: 'it is UTF-8 with broken characters' };
  const windows1252 = decodeWindows1252(bytes);
  return windows1252 === null
    ? { problem: 'its encoding is none of UTF-8, UTF-16 and Windows-1252' }
    : { text: windows1252, encoding: 'windows-1252' };
}

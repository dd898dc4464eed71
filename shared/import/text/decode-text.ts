import { refuseBySignature } from '../file-signatures';
import { refuseBinary, refuseEmpty, refuseUndecodable } from '../problems';
import type { ImportProblem } from '../proposal';
import { decodeWindows1252 } from './windows-1252';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: ImportProblem };

type Attempt = { text: string; encoding: Encoding } | { problem: string } | 'binary';

/** Byte order marks (Unicode 16, 23.8) and their encodings. */
const byteOrderMarks: { bom: number[]; encoding: Encoding }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How much of a file is examined to detect UTF-16 without a byte order mark, in bytes. */
const sampleBytes = 4_096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const controlCharacters = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

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

/** Decodes by the byte order mark, or the first encoding that fits. */
function tryDecode(bytes: Uint8Array): Attempt {
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

/** Encodings whose text always looks like ASCII. */
const asciiEncodings = new Set(['iso-2022-jp']);

function createDecoder(label: string): TextDecoder | null {
  try {
    // A text that is readable as ASCII up to its declaration is not UTF-16, even if it says so (HTML, 13.2.3.2).
    return new TextDecoder(/^utf-16/i.test(label) ? 'utf-8' : label);
  } catch {
    // The label names no encoding that TextDecoder knows.
    return null;
  }
}

/**
 * Decodes a text file: UTF-8 or UTF-16 by its byte order mark, else the first of UTF-8, UTF-16 and Windows-1252 (Latin-1)
 * that the bytes fit. If that is uncertain, the first label in `declared` that names an encoding is trusted, and invalid
 * sequences become U+FFFD, as in a browser. Removes the byte order mark and changes line ends to \n; nothing else changes.
 * A file that is empty, binary or in another encoding is a problem with a message that names the file.
 */
export function decodeText(name: string, bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  const decoded = decodeByContent(name, bytes);
  const isUncertain = decoded.ok
    ? decoded.encoding === 'windows-1252'
    : decoded.problem.code === 'undecodable';
  const decoder = declared.map(createDecoder).find((each) => each !== null);
  if (!decoder || !(isUncertain || asciiEncodings.has(decoder.encoding))) return decoded;
  return { ok: true, text: normalizeLineEnds(decoder.decode(bytes)), encoding: 'utf-8' };
}

function decodeByContent(name: string, bytes: Uint8Array): Decoded {
  const refusal = refuseBySignature(name, bytes);
  if (refusal) return refusal;
  const attempt = tryDecode(bytes);
  if (attempt === 'binary') return refuseBinary(name);
  if ('problem' in attempt) return refuseUndecodable(name, attempt.problem);
  const text = normalizeLineEnds(attempt.text);
  if (text.trim() === '') return refuseEmpty(name);
  if (text.includes('\u0000') || (text.match(controlCharacters)?.length ?? 0) * 10 > text.length)
    return refuseBinary(name);
  return { ok: true, text, encoding: attempt.encoding };
}

/** Changes Windows and old Mac line ends to \n. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

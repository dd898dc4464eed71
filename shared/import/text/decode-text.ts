import { refuseBySignature } from '../file-signatures';
import { refuseBinary, refuseEmpty, refuseUndecodable } from '../problems';
import type { ImportProblem } from '../proposal';
import { decodeWindows1252 } from './windows-1252';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problem: ImportProblem };

type Attempt = { text: string; encoding: Encoding } | { why: string } | 'binary';

/** Byte order marks (Unicode 16, 23.8) and what they announce. */
const marks: { bom: number[]; encoding: Encoding }[] = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** How much of a file is looked at to tell UTF-16 without a byte order mark. */
const sample = 4_096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const controls = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

/** Decodes strictly and keeps a second byte order mark, which is a character then. */
function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return /\p{Surrogate}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** UTF-16 of mostly Latin text has a NUL in every second byte, and none in the others. */
function utf16ByNuls(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, sample);
  const nuls = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const many = head.length / 6;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

/** Whether the bytes are UTF-8 with a few broken places: reading them as Windows-1252 would spoil what is still whole. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return whole > broken;
}

function attempt(bytes: Uint8Array): Attempt {
  const mark = marks.find(({ bom }) => bom.every((byte, at) => bytes[at] === byte));
  const announced = mark?.encoding ?? utf16ByNuls(bytes);
  const body = bytes.subarray(mark?.bom.length ?? 0);
  if (announced) {
    const text = strict(body, announced);
    return text === null
      ? { why: `it is ${announced.toUpperCase()} with broken characters` }
      : { text, encoding: announced };
  }
  if (bytes.includes(0)) return 'binary';
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  if (isDamagedUtf8(bytes)) return { why: 'it is UTF-8 with broken characters' };
  const western = decodeWindows1252(bytes);
  return western === null
    ? { why: 'its encoding is none of UTF-8, UTF-16 and Windows-1252' }
    : { text: western, encoding: 'windows-1252' };
}

/** Encodings of which every text looks like ASCII. */
const likeAscii = new Set(['iso-2022-jp']);

function decoderOf(label: string): TextDecoder | null {
  try {
    // What is read as ASCII up to its declaration is not UTF-16, whatever it says (HTML, 13.2.3.2).
    return new TextDecoder(/^utf-16/i.test(label) ? 'utf-8' : label);
  } catch {
    return null;
  }
}

/**
 * The text of a file: UTF-8 or UTF-16 as a byte order mark says, else UTF-8, UTF-16 or Windows-1252 (Latin-1), whichever
 * the bytes fit, in this order. Where that is not sure, the first of the labels in `declared` that names an encoding is
 * believed, and letters that are broken become U+FFFD, as in a browser. The byte order mark is taken off and every line end
 * becomes \n; nothing else changes. What is empty, binary or in another encoding is a problem, in sentences that name the
 * file.
 */
export function decodeText(name: string, bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  const decoded = decodeKnown(name, bytes);
  const unsure = decoded.ok ? decoded.encoding === 'windows-1252' : decoded.problem.code === 'undecodable';
  const decoder = declared.map(decoderOf).find((one) => one !== null);
  if (!decoder || !(unsure || likeAscii.has(decoder.encoding))) return decoded;
  return { ok: true, text: plainLineEnds(decoder.decode(bytes)), encoding: 'utf-8' };
}

function decodeKnown(name: string, bytes: Uint8Array): Decoded {
  const known = refuseBySignature(name, bytes);
  if (known) return known;
  const found = attempt(bytes);
  if (found === 'binary') return refuseBinary(name);
  if ('why' in found) return refuseUndecodable(name, found.why);
  const text = plainLineEnds(found.text);
  if (text.trim() === '') return refuseEmpty(name);
  if (text.includes('\u0000') || (text.match(controls)?.length ?? 0) * 10 > text.length)
    return refuseBinary(name);
  return { ok: true, text, encoding: found.encoding };
}

/** Windows and old Mac line ends as \n. */
export function plainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

import type { ImportNotice } from '#shared/import/base/notices.ts';
import { refuseBinary, refuseEmpty, refuseUndecodable } from '#shared/import/base/problems.ts';
import type { ImportProblem } from '#shared/import/base/proposal.ts';
import { countUnreadable, decodeAs, getEncoding, looksLikeWindows1252 } from './decode-as.ts';
import { doubtEncoding } from './doubt-encoding.ts';
import { refuseBySignature } from './file-signatures.ts';
import { guessEncoding } from './guess-encoding.ts';

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
function isDamagedUtf8(bytes: Uint8Array, isDeclared: boolean): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const invalidCount = text.match(/\ufffd/g)?.length ?? 0;
  const validCount = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return isDeclared ? validCount >= Math.max(1, invalidCount) : validCount > invalidCount;
}

/**
 * Decodes bytes that leave no doubt about their encoding: by the byte order mark, which it removes, as UTF-8, UTF-16 or
 * ISO-2022-JP. Null when the encoding must be declared, or guessed. Never throws.
 */
function decodeCertain(bytes: Uint8Array): Attempt | null {
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

/** The encoding of a text, and how it is known. */
interface DecodedText {
  text: string;
  /** As the Encoding Standard names it, or `ibm437`, `ibm850` or `ibm852`. */
  encoding: string;
  /**
   * `certain` by the bytes themselves; `declared`; `doubted` although it is declared; `assumed` because nothing is declared;
   * `corrected` because something that does not fit is; `chosen` by the reviewer.
   */
  knownBy: 'certain' | 'declared' | 'doubted' | 'assumed' | 'corrected' | 'chosen';
}

type Decoded = ({ ok: true } & DecodedText) | { ok: false; problem: ImportProblem };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
const controlCharacters = /[\u0001-\u0008\u000e-\u001f\u007f]/g;

const unreadableLabels =
  /^(?:(?:x-)?(?:unicode-1-1-)?utf-?7|hz(?:-gb-2312)?|(?:cs)?iso-?2022-?(?:kr|cn(?:-ext)?))$/i;

/**
 * Decodes a text file. The encoding is the one that the bytes leave no doubt about, else the first
 * label in `declared` that names one in which no byte is invalid and that is not doubted (`doubt-encoding`), else a guess
 * (`guess-encoding`). A reviewer's `chosen` encoding takes precedence over all of them. Removes the byte order mark and
 * changes line ends to \n; nothing else changes. A file that is empty, binary or in no encoding that fits is a problem with a
 * message that names the file.
 */
export function decodeText(
  name: string,
  bytes: Uint8Array,
  declared: readonly string[] = [],
  chosen: string | null = null,
): Decoded {
  const refusal = refuseBySignature(name, bytes);
  if (refusal) return refusal;
  const decoded =
    decodeChosen(bytes, chosen) ??
    refuseDeclared(declared) ??
    decodeCertain(bytes) ??
    decodeUncertain(bytes, declared);
  if (decoded === 'binary') return refuseBinary(name);
  if ('problem' in decoded) return refuseUndecodable(name, decoded.problem);
  const text = normalizeLineEnds(decoded.text);
  if (text.trim() === '') return refuseEmpty(name);
  if (text.includes('\u0000') || (text.match(controlCharacters)?.length ?? 0) * 10 > text.length)
    return refuseBinary(name);
  return { ok: true, knownBy: 'certain', ...decoded, text };
}

function decodeChosen(bytes: Uint8Array, chosen: string | null): DecodedText | null {
  const encoding = chosen === null ? null : getEncoding(chosen);
  return encoding === null ? null : { text: decodeAs(bytes, encoding), encoding, knownBy: 'chosen' };
}

/** Text in these encodings is all ASCII, so it would be read as something else, and no browser decodes it. */
function refuseDeclared(declared: readonly string[]): { problem: string } | null {
  const label = declared.find((one) => unreadableLabels.test(one.trim()));
  return label === undefined ? null : { problem: `it declares the encoding ${label}, which Stet can’t read` };
}

/** Decodes bytes that more than one encoding may have written. */
function decodeUncertain(bytes: Uint8Array, declared: readonly string[]): DecodedText | { problem: string } {
  const encodings = declared.flatMap((label) => getEncoding(label) ?? []);
  for (const encoding of encodings) {
    const text = decodeAs(bytes, encoding);
    // Western is declared by many programs and servers, whatever they write.
    const fits = countUnreadable(text) === 0 && (encoding !== 'windows-1252' || looksLikeWindows1252(bytes));
    if (!fits) continue;
    const doubt = doubtEncoding(bytes, encoding, text);
    return doubt === null
      ? { text, encoding, knownBy: 'declared' }
      : { ...doubt, text: decodeAs(bytes, doubt.encoding) };
  }
  const [first] = encodings;
  const isDamaged = isDamagedUtf8(bytes, first === 'utf-8');
  if (isDamaged && first !== 'utf-8') return { problem: 'it is UTF-8 with broken characters' };
  const guessed = isDamaged ? null : guessEncoding(bytes);
  const knownBy = first === undefined ? 'assumed' : 'corrected';
  if (guessed !== null) return { text: decodeAs(bytes, guessed), encoding: guessed, knownBy };
  if (first !== undefined) return { text: decodeAs(bytes, first), encoding: first, knownBy: 'declared' };
  return { problem: 'its encoding is not declared, and none of those that Stet knows fits' };
}

const noticeKinds = {
  assumed: 'encodingAssumed',
  chosen: 'encodingChosen',
  corrected: 'encodingCorrected',
  doubted: 'encodingDoubted',
} as const;

/** The notices about an encoding that was not declared, and about bytes that are invalid in it. */
export function createEncodingNotices({ text, encoding, knownBy }: DecodedText): ImportNotice[] {
  const unreadable = knownBy === 'certain' ? 0 : countUnreadable(text);
  const notices: ImportNotice[] = [];
  if (knownBy !== 'certain' && knownBy !== 'declared')
    notices.push({ kind: noticeKinds[knownBy], count: 1, name: encoding });
  if (unreadable > 0) notices.push({ kind: 'charactersUnreadable', count: unreadable });
  return notices;
}

/** Changes Windows and old Mac line ends to \n. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

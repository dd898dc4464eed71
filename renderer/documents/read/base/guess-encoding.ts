import { analyse } from 'chardet';
import { countUnreadable, decodeAs, getEncoding, looksLikeWindows1252 } from './decode-as.ts';

/** How much of a file is examined around the first byte that is not ASCII, in bytes. */
const sampleBytes = 128 * 1024;
const bytesBefore = 2_048;

/** Control characters that occur in no text: only a wrong encoding produces them. */
const c1Controls = /[\u0080-\u0084\u0086-\u009f]/;

/** The bytes of the usual accented letters of western languages in DOS and on old Macs, where Windows has punctuation. */
const dosLetters = new Set([
  0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8e, 0x90, 0x94, 0x95, 0x99, 0x9a, 0x9b,
  0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xe1,
]);
const macLetters = new Set([
  0x80, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x98, 0x99, 0x9a, 0x9c, 0x9d,
  0x9e, 0x9f, 0xa7, 0xbf,
]);
/** An apostrophe and an ellipsis in Windows encodings, as in "well…you"; in the others, letters that few words have amid them. */
const windowsPunctuation = new Set([0x85, 0x92]);
/** The same of Central European languages, which CP852 has where CP850 has other characters. */
const dosCentralLetters = new Set([0x85, 0x86, 0x88, 0x98, 0x9f, 0xa5, 0xa7, 0xa9, 0xab, 0xbe]);
/** Western letters of CP850 that CP437 does not have. */
const only850Letters = new Set([
  0x9b, 0x9d, 0xb5, 0xb6, 0xb7, 0xc6, 0xc7, 0xd0, 0xd2, 0xd3, 0xd4, 0xd6, 0xe0, 0xe2, 0xe3, 0xe4, 0xe5, 0xe9,
]);

/** The share of letters that must be explained by a code page of DOS or the Mac. */
const minExplainedShare = 0.75;
/** The share of small letters in a text in CP866. */
const minSmallLetterShare = 0.85;

/**
 * Guesses the encoding of bytes that are neither Unicode nor ASCII, and declare nothing: the name of an encoding for `decodeAs`.
 * chardet makes the guess among encodings in which no byte is invalid: it compares bytes and their sequences with those of many
 * languages. Code pages of DOS and old Macs, which chardet does not know, are recognized here. Null when no encoding fits.
 */
export function guessEncoding(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, first - bytesBefore), first + sampleBytes);
  const old = guessWesternCodePage(sample) ?? guessCyrillicCodePage(sample);
  if (old !== null) return old;
  for (const { name } of analyse(sample)) {
    const encoding = getEncoding(name);
    if (encoding === null || /^(?:utf-|x-user|replacement)/.test(encoding)) continue;
    const text = decodeAs(bytes, encoding);
    if (countUnreadable(text) === 0 && !c1Controls.test(text)) return encoding;
  }
  return looksLikeWindows1252(bytes) ? 'windows-1252' : null;
}

const isAsciiLetter = (byte = 0) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Whether nearly all bytes that are not ASCII are the small letters of CP866, for which no other encoding has letters alone. */
function guessCyrillicCodePage(bytes: Uint8Array): string | null {
  let letterCount = 0;
  let highCount = 0;
  let visibleCount = 0;
  for (const byte of bytes) {
    if (byte > 0x20) visibleCount += 1;
    if (byte > 0x7f) highCount += 1;
    if ((byte >= 0xa0 && byte <= 0xaf) || (byte >= 0xe0 && byte <= 0xef)) letterCount += 1;
  }
  const isMostlyHigh = 2 * highCount > visibleCount;
  return isMostlyHigh && letterCount >= minSmallLetterShare * highCount ? 'ibm866' : null;
}

/** Whether most bytes between letters are letters of DOS or of old Macs. Those of Windows are above 0xc0. */
function guessWesternCodePage(bytes: Uint8Array): string | null {
  const counts = { high: 0, alone: 0, between: 0, dos: 0, central: 0, only850: 0, mac: 0 };
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    counts.high += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) counts.alone += 1;
    if (!isAsciiLetter(bytes[index - 1]) || !isAsciiLetter(bytes[index + 1])) continue;
    if (windowsPunctuation.has(byte)) continue;
    counts.between += 1;
    if (dosLetters.has(byte)) counts.dos += 1;
    if (dosCentralLetters.has(byte)) counts.central += 1;
    if (only850Letters.has(byte)) counts.only850 += 1;
    if (macLetters.has(byte)) counts.mac += 1;
  }
  const { high, alone, between, dos, central, only850, mac } = counts;
  // In an encoding of two bytes for each character, few such bytes stand alone among ASCII.
  if (2 * alone < high) return null;
  const minimum = Math.max(1, minExplainedShare * between);
  if (dos >= mac && dos >= minimum) return only850 > 0 ? 'ibm850' : 'ibm437';
  if (central + dos >= minimum && central > 0 && central + dos > mac) return 'ibm852';
  return mac >= minimum ? 'macintosh' : null;
}

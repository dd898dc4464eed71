import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import { isDisguisedAscii, listNormalizedWords } from './normalize-words.ts';

/**
 * Texts in the form for the search: all letters and digits in a row, because spaces and punctuation change too easily.
 * Offsets and lengths are in UTF-16 code units of `characters`.
 */
export interface SearchText {
  characters: string;
  /** 1 at each offset where a word may begin or end, else 0. */
  boundaries: Uint8Array;
  /** 1 at each offset where a word begins with a capital letter or a character without case, and at other ASCII capitals; else 0. */
  capitals: Uint8Array;
  /** The offset where each of the texts ends. */
  textEnds: number[];
  /** The indexes of the texts in which a word may have confusable characters. */
  confusableTexts: number[];
}

/**
 * Characters beside which a word may begin or end: those of scripts without spaces, and Korean ones, because particles follow
 * Korean words without a space.
 */
const unspacedCharacter = new RegExp(`[${unspacedScriptClass}\\p{sc=Hang}]`, 'u');

/** Whether a character is non-ASCII punctuation that always separates words: quotation marks, dashes, bullets, ellipses. */
function isSeparator(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) || code === 0xa0 || code === 0xab || code === 0xbb || code === 0xb7
  );
}

const one = 0x31;
const upperI = 0x49;
const lowerL = 0x6c;
const lowerO = 0x6f;
const separator = 0;
const lower = 1;
const upper = 2;
const digitKind = 3;
const beyondAscii = 4;
/** The kind of each ASCII character. */
const asciiKinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return lower;
  if (/[A-Z]/.test(character)) return upper;
  return /[0-9]/.test(character) ? digitKind : separator;
});

const asciiWordAtStart = /^[A-Za-z0-9]+/;

/** Whether the ASCII word that starts here is disguised. Only its first 80 characters are read. */
function isDisguisedWord(text: string, start: number): boolean {
  const [found = ''] = asciiWordAtStart.exec(text.slice(start, start + 80)) ?? [];
  return isDisguisedAscii(found);
}

/** Whether a character is invisible: a directional mark, isolate or override, a zero-width space or joiner, or a soft hyphen. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x206f)
  );
}

const utf16 = new TextDecoder('utf-16le');
/** Longest text for `String.fromCharCode`, in code units. A longer one has too many arguments; a decoder is slow to start. */
const maxSpreadLength = 1_000;

/** A buffer for normalized characters, which grows as needed. */
class SearchTextBuilder {
  codes: Uint16Array;
  boundaries: Uint8Array;
  capitals: Uint8Array;
  length = 0;
  hasConfusables = false;

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity);
    this.boundaries = new Uint8Array(capacity + 1);
    this.capitals = new Uint8Array(capacity + 1);
  }

  /** Appends a text. ASCII words are read in place; runs with other letters are normalized by Unicode's rules. */
  append(text: string): void {
    this.reserve(text.length);
    // Local variables are faster in this loop, which sees each character of a report.
    let { codes, boundaries, capitals, length } = this;
    let start = -1;
    let wordOffset = 0;
    // Set by a digit or a capital I among letters; the whole word decides.
    let hasLetter = false;
    let hasDigit = false;
    let hasDigitLike = false;
    let isSuspect = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const kind = code < 0x80 ? (asciiKinds[code] ?? 0) : beyondAscii;
      if (kind === separator) start = -1;
      else if (kind !== beyondAscii) {
        if (start === -1) {
          start = at;
          wordOffset = length;
          hasLetter = false;
          hasDigit = false;
          hasDigitLike = false;
          isSuspect = false;
          boundaries[length] = 1;
          capitals[length] = kind === lower ? 0 : 1;
        } else if (kind === lower) {
          if (isSuspect && !this.hasConfusables) this.hasConfusables = isDisguisedWord(text, start);
        } else {
          if (hasLetter && (code <= one || code === upperI)) isSuspect = true;
          if (kind === upper) capitals[length] = 1;
        }
        if (kind === digitKind) {
          hasDigit = true;
          if (hasDigitLike && !this.hasConfusables) this.hasConfusables = isDisguisedWord(text, start);
        } else {
          hasLetter = true;
          // A letter that looks like a digit may stand for one beside other digits.
          if ((code | 0x20) === lowerO || code === lowerL || code === upperI) {
            hasDigitLike = true;
            if (hasDigit && !this.hasConfusables) this.hasConfusables = isDisguisedWord(text, start);
          }
        }
        codes[length++] = kind === upper ? code | 0x20 : code;
      } else if (isSeparator(code)) start = -1;
      // Invisible characters neither belong to a word nor end it.
      else if (!isInvisible(code)) {
        this.length = start === -1 ? length : wordOffset;
        at = this.appendRun(text, start === -1 ? at : start) - 1;
        ({ codes, boundaries, capitals, length } = this);
        start = -1;
      }
    }
    this.length = length;
  }

  /** Appends a run of letters that are not all ASCII. Returns where it ends. */
  private appendRun(text: string, start: number): number {
    let end = start;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code < 0x80 ? asciiKinds[code] === separator : isSeparator(code)) break;
    }
    this.boundaries[this.length] = 0;
    this.capitals[this.length] = 0;
    for (const { characters, isCapital, folded } of listNormalizedWords(text.slice(start, end)))
      this.appendWord(characters, isCapital, folded !== null, text.length);
    return end;
  }

  appendWord(characters: string, isCapital: boolean, isConfusable: boolean, ahead = 0): void {
    this.reserve(characters.length + ahead);
    this.boundaries[this.length] = 1;
    this.capitals[this.length] = isCapital ? 1 : 0;
    if (isConfusable) this.hasConfusables = true;
    const isUnspaced = unspacedCharacter.test(characters);
    for (const character of characters) {
      if (isUnspaced && unspacedCharacter.test(character)) {
        this.boundaries[this.length] = 1;
        this.boundaries[this.length + character.length] = 1;
        this.capitals[this.length] = 1;
      }
      for (let index = 0; index < character.length; index += 1)
        this.codes[this.length++] = character.charCodeAt(index);
    }
  }

  finish(textEnds: number[], confusableTexts: number[]): SearchText {
    const { codes, length } = this;
    const boundaries = this.boundaries.subarray(0, length + 1);
    boundaries[length] = 1;
    const characters =
      length <= maxSpreadLength
        ? String.fromCharCode(...codes.subarray(0, length))
        : utf16.decode(new Uint8Array(codes.buffer, 0, length * 2));
    return { characters, boundaries, capitals: this.capitals, textEnds, confusableTexts };
  }

  private reserve(count: number): void {
    if (this.length + count <= this.codes.length) return;
    const capacity = Math.max(this.codes.length * 2, this.length + count);
    const [codes, boundaries, capitals] = [this.codes, this.boundaries, this.capitals];
    this.codes = new Uint16Array(capacity);
    this.codes.set(codes);
    this.boundaries = new Uint8Array(capacity + 1);
    this.boundaries.set(boundaries);
    this.capitals = new Uint8Array(capacity + 1);
    this.capitals.set(capitals);
  }
}

/** Normalizes texts for the search and concatenates them, in linear time. */
export function normalizeForSearch(texts: readonly string[]): SearchText {
  const builder = new SearchTextBuilder(texts.reduce((sum, text) => sum + text.length, 0));
  const confusableTexts: number[] = [];
  const textEnds = texts.map((text, index) => {
    builder.hasConfusables = false;
    builder.append(text);
    if (builder.hasConfusables) confusableTexts.push(index);
    return builder.length;
  });
  return builder.finish(textEnds, confusableTexts);
}

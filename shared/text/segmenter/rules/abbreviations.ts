import { type BreakPosition, skipOpening, startsWithMark, startsWithOpener } from './break-position.ts';
import { type AbbreviationKind, isKnownAbbreviation } from './languages.ts';

/** The word before a full stop, without an elided article (`l’art.`). */
const lastWord = /(?:^|[^\p{L}\p{M}.ªº’'‐-])(?:\p{L}{1,4}['’])?(\p{L}[\p{L}\p{M}.ªº‐-]*)\.$/u;
/** Letters with spaces between them: `z. B.`, `v. Chr.` */
const spacedLetters = /(?:^|[^\p{L}\p{M}.'’-])((?:\p{L}{1,2}\.\s?){1,4}\p{L}{1,3})\.$/u;
const singleLetter = /^(?:[\p{Lu}\p{Ll}]|\p{Lu}\p{M}*(?:\.?-\p{Lu})+)$/u;
/** Short parts with full stops between them: `U.S`, `S.p.A`, `Ph.D`. */
const dotted = /^(?:\p{L}{1,2}\.-?){1,5}\p{L}{1,4}$/u;
/** A letter behind one of these is a part of a name or a word: `18F.`, `Ctrl+D.`, `isn’t.` */
const partOfWord = /[\p{L}\p{M}\p{N}+/]['’]?$/u;

/** The abbreviation in which the text before a position ends. */
interface FoundAbbreviation {
  /** Without its last full stop. */
  word: string;
  /** Null for one that is in no list: a single letter, or letters with full stops between them. */
  kind: AbbreviationKind | null;
  isLetter: boolean;
  textBefore: string;
}

/** The text behind the last white space. A search by a regular expression from the start would take several times as long. */
function getLastToken(text: string): string {
  let start = text.length;
  while (start > 0 && !/\s/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}

function findKind({ before, language }: BreakPosition, word: string): AbbreviationKind | null {
  const { abbreviations, name } = language;
  const hasStopBefore = before.charAt(before.length - word.length - 3) === '.';
  const spaced = hasStopBefore ? spacedLetters.exec(before)?.[1]?.replace(/\s/g, '') : undefined;
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  const kind =
    (spaced === undefined ? undefined : abbreviations.get(spaced)) ??
    abbreviations.get(word) ??
    (word.length > 1 ? abbreviations.get(word.charAt(0).toLowerCase() + word.slice(1)) : undefined) ??
    (isCapitals ? abbreviations.get(word.charAt(0) + word.slice(1).toLowerCase()) : undefined);
  // The names of streets are written in one word in German.
  return kind ?? (name === 'de' && /str$/i.test(word) ? 'beforeNumbers' : null);
}

/** Finds the abbreviation with whose full stop the text before a position ends; null where it ends otherwise. */
export function findAbbreviation(position: BreakPosition): FoundAbbreviation | null {
  if (!position.before.endsWith('.')) return null;
  const word = lastWord.exec(getLastToken(position.before))?.[1];
  if (word === undefined) return null;
  const kind = findKind(position, word);
  const textBefore = position.before.slice(0, position.before.length - word.length - 1);
  const isLetter = singleLetter.test(word);
  if (kind === null && (isLetter ? partOfWord.test(textBefore) : !dotted.test(word))) return null;
  return { word, kind, isLetter, textBefore };
}

const endsInNumber = /(?:\d|(?:^|\s)[IVXL]+)\s*$/u;
const startsWithNumber = /^(?:\d|[IVXL]{2,}\b|№|[A-Z]\d)/u;
const startsWithBracketOrDash = /^[([\u2013\u2014]/;
/** A weekday or a time zone behind a time of day. */
const afterTime = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,3}T\b|GMT|UTC)/;
/** The start of a sentence that would only be a date or a sum: `W 2003 r.` */
const numberAtStart = /^\p{L}{1,8}\s[\d.,]+\s?\p{L}+\.$/u;

/** The Roman numerals up to thirty, with which lists are numbered. */
const romanNumeral = /^(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})$/;

/**
 * Whether a sentence may go on after this word (in lower case, without its full stop) before a capital letter, in any language. The
 * other rules never let a sentence go on after a word in lower case and a full stop.
 */
export function isContinuingAbbreviation(word: string): boolean {
  return word.length < 2 || isKnownAbbreviation(word) || word.endsWith('str') || romanNumeral.test(word);
}

/** Whether the text before a position ends in an abbreviation or an initial, and the text after it continues the sentence. */
export function goesOnAfterAbbreviation(position: BreakPosition): boolean {
  const { before, after, isWhole, language } = position;
  const found = findAbbreviation(position);
  if (!found) return false;
  const { word, kind, isLetter, textBefore } = found;
  const isUnit = endsInNumber.test(textBefore);
  if (startsWithBracketOrDash.test(after)) {
    // “3 mar. (Agencia)”, but “She said no. (Nobody else did.)”
    if (kind === 'beforeNumbers') return isUnit;
    return kind !== 'ending' || /^[([]/.test(after);
  }
  if (kind === 'continuing') return true;
  if (isWhole && isUnit && numberAtStart.test(before)) return !startsWithMark(position);
  if (kind === 'beforeNumbers') return startsWithNumber.test(after);
  if (kind === 'ending') return afterTime.test(skipOpening(after));
  if (kind === null && isLetter) {
    // “17 h.”, “2003 r.”
    if (isUnit && word === word.toLowerCase()) return false;
    if (startsWithNumber.test(after) && !isUnit) return true;
    // “You and I.”
    if (word === 'I' && language.name === 'en' && /\p{Ll}\s$/u.test(textBefore)) return false;
    return !startsWithOpener(position);
  }
  return !startsWithMark(position) && !startsWithOpener(position);
}

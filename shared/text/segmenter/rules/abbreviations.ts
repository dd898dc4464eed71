import { type AbbreviationKind, isKnownAbbreviation } from '../languages/languages';
import { type Place, skipOpening, startsWithMark, startsWithOpener } from './place';

/** The word before a full stop, without an elided article (`l’art.`), and the letters with full stops before it (`z. B.`). */
const lastWord = /(?:^|[^\p{L}\p{M}.ªº’'‐-])(?:\p{L}{1,4}['’])?(\p{L}[\p{L}\p{M}.ªº‐-]*)\.$/u;
const spacedLetters = /(?:^|[^\p{L}\p{M}.'’-])((?:\p{L}{1,2}\.\s?){1,4}\p{L}{1,3})\.$/u;
const singleLetter = /^(?:\p{L}|\p{Lu}\p{M}*(?:\.?-\p{Lu})+)$/u;
/** Letters or short parts with full stops between them: `U.S`, `S.p.A`, `Ph.D`. */
const dotted = /^(?:\p{L}{1,2}\.-?){1,5}\p{L}{1,4}$/u;
const endsInNumber = /(?:\d|(?:^|\s)[IVXL]+)\s*$/u;

const startsWithNumber = /^(?:\d|[IVXLC]+\b|№|[A-Z]\d)/u;
const startsWithBracketOrDash = /^[([\u2013\u2014]/;
/** What follows a time of day: a weekday or a time zone. */
const afterTime = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,3}T\b|GMT|UTC)/;
/** The start of a sentence that would only be a date or a sum: `W 2003 r.` */
const numberAtStart = /^\p{L}{1,8}\s[\d.,]+\s?\p{L}+\.$/u;

/** The Roman numerals up to twenty, with which lists are numbered. */
const romanNumeral = /^x{0,2}(?:ix|iv|v?i{0,3})$/;

/**
 * Whether a sentence may go on after this word (in lower case, without its full stop) before a capital letter, in any language. The
 * other rules never let a sentence go on after a word in lower case and a full stop.
 */
export function isContinuingAbbreviation(word: string): boolean {
  return word.length < 2 || isKnownAbbreviation(word) || word.endsWith('str') || romanNumeral.test(word);
}

function findKind(
  { before, language: { abbreviations, name } }: Place,
  word: string,
): AbbreviationKind | undefined {
  const spaced = spacedLetters.exec(before)?.[1]?.replace(/\s/g, '');
  const spacedKind = spaced === undefined ? undefined : abbreviations.get(spaced);
  if (spacedKind) return spacedKind;
  const isCapitals = word.length > 1 && word === word.toUpperCase();
  const kind =
    abbreviations.get(word) ??
    abbreviations.get(word.charAt(0).toLowerCase() + word.slice(1)) ??
    (isCapitals ? abbreviations.get(word.toLowerCase()) : undefined) ??
    (isCapitals ? abbreviations.get(word.charAt(0) + word.slice(1).toLowerCase()) : undefined);
  // The names of streets are written in one word in German.
  return kind ?? (name === 'de' && /str$/i.test(word) ? 'beforeNumbers' : undefined);
}

/** Whether the text before a place ends in a known abbreviation of any kind, a single letter, or letters with full stops. */
export function hasAbbreviation(place: Place): boolean {
  const word = lastWord.exec(place.before)?.[1];
  if (word === undefined) return false;
  return singleLetter.test(word) || dotted.test(word) || findKind(place, word) !== undefined;
}

/** Whether the text before a place ends in an abbreviation or an initial, and the text after it continues the sentence. */
export function goesOnAfterAbbreviation(place: Place): boolean {
  const { before, after, isWhole, language } = place;
  const word = lastWord.exec(before)?.[1];
  if (word === undefined) return false;
  const kind = findKind(place, word);
  const isLetter = singleLetter.test(word);
  if (kind === undefined && !isLetter && !dotted.test(word)) return false;
  if (startsWithBracketOrDash.test(after)) return kind !== 'ending' || /^[([]/.test(after);
  if (kind === 'continuing') return true;
  const textBefore = before.slice(0, before.length - word.length - 1);
  const isUnit = endsInNumber.test(textBefore);
  if (isWhole && isUnit && numberAtStart.test(before)) return !startsWithMark(place);
  if (kind === 'beforeNumbers') return startsWithNumber.test(after);
  if (kind === 'ending') return afterTime.test(skipOpening(after));
  if (isLetter && kind === undefined) {
    if (isUnit && word === word.toLowerCase()) return false;
    if (startsWithNumber.test(after) && !isUnit) return true;
    // “You and I. Nobody else.”
    if (word === 'I' && language.name === 'en' && /\p{Ll}\s$/u.test(textBefore)) return false;
    return !startsWithOpener(place);
  }
  return !startsWithMark(place) && !startsWithOpener(place);
}

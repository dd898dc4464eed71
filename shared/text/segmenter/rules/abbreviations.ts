import { isKnownAbbreviation } from '../languages';
import { findAbbreviation } from './find-abbreviation';
import { type Place, skipOpening, startsWithMark, startsWithOpener } from './place';

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

/** Whether the text before a place ends in an abbreviation or an initial, and the text after it continues the sentence. */
export function goesOnAfterAbbreviation(place: Place): boolean {
  const { before, after, isWhole, language } = place;
  const found = findAbbreviation(place);
  if (!found) return false;
  const { word, kind, isLetter, textBefore } = found;
  const isUnit = endsInNumber.test(textBefore);
  if (startsWithBracketOrDash.test(after)) {
    // “3 mar. (Agencia)”, but “She said no. (Nobody else did.)”
    if (kind === 'beforeNumbers') return isUnit;
    return kind !== 'ending' || /^[([]/.test(after);
  }
  if (kind === 'continuing') return true;
  if (isWhole && isUnit && numberAtStart.test(before)) return !startsWithMark(place);
  if (kind === 'beforeNumbers') return startsWithNumber.test(after);
  if (kind === 'ending') return afterTime.test(skipOpening(after));
  if (kind === null && isLetter) {
    // “17 h.”, “2003 r.”
    if (isUnit && word === word.toLowerCase()) return false;
    if (startsWithNumber.test(after) && !isUnit) return true;
    // “You and I.”
    if (word === 'I' && language.name === 'en' && /\p{Ll}\s$/u.test(textBefore)) return false;
    return !startsWithOpener(place);
  }
  return !startsWithMark(place) && !startsWithOpener(place);
}

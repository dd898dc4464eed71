import type { WrittenNumber } from './digits';
import { readFraction, readScale } from './number-scales';
import type { NumberLanguage } from './text-language';

/** A map of the words in a list to their places in it, the first of which is `from`. */
function countFrom(from: number, list: string): [string, number][] {
  return list.split(' ').map((word, index) => [word, from + index]);
}

const englishUnits = new Map(
  countFrom(
    1,
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
);
const englishTens = new Map(
  countFrom(2, 'twenty thirty forty fifty sixty seventy eighty ninety').map(([word, ten]) => [
    word,
    ten * 10,
  ]),
);
const germanUnits = new Map([
  ...countFrom(
    1,
    'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  ),
  ['ein', 1] as const,
  ['zwo', 2] as const,
]);
const germanTens = new Map(
  countFrom(2, 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig').map(([word, ten]) => [
    word,
    ten * 10,
  ]),
);

/** The longest word that is read as a number, in UTF-16 code units. */
const maxWordLength = 40;

/** Reads an English number word of one part or of two with a hyphen: "twelve", "forty-two". Null for other words. */
function readEnglishWord(word: string): number | null {
  const whole = englishUnits.get(word) ?? englishTens.get(word);
  if (whole !== undefined) return whole;
  const hyphen = word.indexOf('-');
  if (hyphen === -1) return null;
  const tens = englishTens.get(word.slice(0, hyphen));
  const units = englishUnits.get(word.slice(hyphen + 1));
  return tens === undefined || units === undefined || units > 9 ? null : tens + units;
}

/** Reads a German number word below a thousand: "zwölf", "zweiundvierzig", "dreihundertfünf". Null for other words. */
function readGermanHundreds(word: string): number | null {
  const hundred = word.indexOf('hundert');
  if (hundred !== -1) {
    const head = hundred === 0 ? 1 : germanUnits.get(word.slice(0, hundred));
    const tail = word.slice(hundred + 'hundert'.length).replace(/^und/, '');
    const rest = tail === '' ? 0 : readGermanHundreds(tail);
    return head === undefined || rest === null ? null : head * 100 + rest;
  }
  const whole = germanUnits.get(word) ?? germanTens.get(word);
  if (whole !== undefined) return whole;
  const and = word.indexOf('und');
  if (and === -1) return null;
  const units = germanUnits.get(word.slice(0, and));
  const tens = germanTens.get(word.slice(and + 'und'.length));
  return tens === undefined || units === undefined || units > 9 ? null : tens + units;
}

function readGermanWord(word: string): number | null {
  // An article, far more often than a number.
  if (word === 'ein') return null;
  const thousand = word.indexOf('tausend');
  if (thousand === -1) return readGermanHundreds(word);
  const head = thousand === 0 ? 1 : readGermanHundreds(word.slice(0, thousand));
  const tail = word.slice(thousand + 'tausend'.length);
  const rest = tail === '' ? 0 : readGermanHundreds(tail.replace(/^und/, ''));
  return head === null || rest === null ? null : head * 1000 + rest;
}

/** Reads a word in lower case that is a number below a million; null for other words. */
export function readNumberWord(word: string, language: NumberLanguage): WrittenNumber | null {
  if (language === 'other' || word.length > maxWordLength) return null;
  const value = language === 'en' ? readEnglishWord(word) : readGermanWord(word);
  return value === null ? null : { value, step: 1 };
}

const germanStems =
  /^(?:ein|zw|drei|vier|fünf|sechs|sieb|acht|neun|zehn|elf|hundert|tausend|dutzend|hälfte|null)/;
const articles = new Set([
  'a',
  'an',
  'the',
  'one',
  'ein',
  'eine',
  'einen',
  'einem',
  'einer',
  'eines',
  'die',
  'der',
]);

/**
 * Whether a number or a share may begin with a word in lower case, given the one behind it. It is asked of every word of a text, so
 * that few are looked at closely.
 */
export function mayStartNumber(word: string, next: string, language: NumberLanguage): boolean {
  if (articles.has(word) && (readFraction(next) !== null || readScale(next, language) !== null)) return true;
  if (language === 'en')
    return englishUnits.has(word) || englishTens.has(word) || readFraction(word) !== null;
  return language === 'de' && !articles.has(word) && germanStems.test(word);
}

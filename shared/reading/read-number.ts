import { typographicSpaceClass } from '../text/characters/punctuation-classes.ts';
import type { DraftText } from '../text/draft-text.ts';
import type { Token } from './tokens.ts';
import { isWrittenIn } from './written-in.ts';

/** A language whose number words are read. In `other` languages, only digits are read. */
export type NumberLanguage = 'en' | 'de' | 'other';

/** The language of a draft, by its tag, or by its frequent words where it has no tag. */
export function getNumberLanguage({ text, language }: DraftText): NumberLanguage {
  const [tag] = (language ?? '').toLowerCase().split('-');
  if (tag === 'en' || tag === 'de') return tag;
  if (tag !== '' && tag !== 'und') return 'other';
  if (isWrittenIn(text, 'en')) return 'en';
  return isWrittenIn(text, 'de') ? 'de' : 'other';
}

/** A number without its unit. `to` is the index of the token behind it. */
export interface NumberTokens extends WrittenNumber {
  to: number;
  isWord: boolean;
  /** The factor of a word such as "million"; 1 without one. */
  scale: number;
  /** Whether it has four digits and may be a calendar year. */
  mayBeYear: boolean;
}

const fourDigits = /^(?:1[5-9]|20)\d\d$/;

/** Reads the number that begins at a token, with words that multiply it: "1.5 million", "two hundred", "einer Million". */
export function readNumberAt(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): NumberTokens | null {
  const token = tokens[index];
  if (!token || token.type === 'sign') return null;
  const isWord = token.type === 'word';
  const digits = isWord ? null : readDigits(token.lower, language);
  const base = isWord ? readWords(tokens, index, language) : digits && { ...digits, to: index + 1 };
  if (!base) return null;
  const scale = readScales(tokens, base.to, language);
  return {
    value: base.value * scale.factor,
    step: base.step * scale.factor,
    to: scale.to,
    isWord,
    scale: scale.factor,
    mayBeYear: !isWord && scale.factor === 1 && fourDigits.test(token.lower),
  };
}

type Base = WrittenNumber & { to: number };

/** Reads number words: "twelve", "forty-two", "a hundred", "one hundred and five", "zweihundert". */
function readWords(tokens: readonly Token[], index: number, language: NumberLanguage): Base | null {
  const first = tokens[index];
  if (!first) return null;
  const isArticle = /^(?:an?|ein(?:e[rnm]?)?)$/.test(first.lower);
  const scale = isArticle ? readScale(tokens[index + 1]?.lower ?? '', language) : null;
  // "One hundred and fifty".
  const hundreds = language === 'en' ? readHundreds(tokens, index, isArticle) : null;
  if (hundreds) return hundreds;
  // The article in "a dozen" and "a million" stands for one.
  if (scale !== null) return { value: 1, step: 1, to: index + 1 };
  const number = readNumberWord(first.lower, language);
  return number && { ...number, to: index + 1 };
}

/** Reads hundreds and the number added to them: "a hundred and five", "two hundred fifty". */
function readHundreds(tokens: readonly Token[], index: number, isArticle: boolean): Base | null {
  const [first, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const head = isArticle ? 1 : readEnglishWord(first?.lower ?? '');
  if (head === null || head > 9 || second?.lower !== 'hundred') return null;
  const at = third?.lower === 'and' ? index + 3 : index + 2;
  const rest = readEnglishWord(tokens[at]?.lower ?? '');
  return rest === null ? null : { value: head * 100 + rest, step: 1, to: at + 1 };
}

function readScales(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): { factor: number; to: number } {
  let factor = 1;
  let to = index;
  for (let token = tokens[to]; token?.type === 'word' && to < index + 2; token = tokens[to]) {
    if (token.isGlued) break;
    const scale = readScale(token.lower, language);
    if (scale === null) break;
    factor *= scale;
    to += tokens[to + 1]?.text === '.' && /^(?:mio|mrd|tsd|bio|mill)$/.test(token.lower) ? 2 : 1;
  }
  return { factor, to };
}

/** Maps the words of a list to consecutive numbers from `from` on. */
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
  // "Ein" is far more often an article than a number.
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
  /^(?:ein|jede|zw|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|hundert|tausend|dutzend|hälfte|null)/;
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
 * Whether a number or a share may begin with a word in lower case, given the word behind it. A fast check, because it runs for every
 * word of a text.
 */
export function mayStartNumber(word: string, next: string, language: NumberLanguage): boolean {
  if (articles.has(word) && (readFraction(next) !== null || readScale(next, language) !== null)) return true;
  if (word === 'every') return readFraction(next) !== null;
  if (language === 'en')
    return readEnglishWord(word.split('-', 1)[0] ?? '') !== null || readFraction(word) !== null;
  return language === 'de' && !articles.has(word) && germanStems.test(word);
}

const dozens = new Map([
  ['dozen', 12],
  ['dutzend', 12],
  ['hundred', 100],
  ['hundert', 100],
]);
const scales = new Map<string, number>([
  ...['thousand', 'tausend', 'tsd', 'mille', 'mil', 'mila'].map((word) => [word, 1e3] as const),
  ...['million', 'millionen', 'millions', 'mio', 'mill', 'mn', 'mln', 'millones', 'millón', 'milioni'].map(
    (word) => [word, 1e6] as const,
  ),
  ...['milliarde', 'milliarden', 'milliard', 'milliards', 'mrd', 'miliardi', 'bn'].map(
    (word) => [word, 1e9] as const,
  ),
]);
const englishScales = new Map([
  ['billion', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);
const otherScales = new Map([
  ['billion', 1e12],
  ['billionen', 1e12],
  ['bio', 1e12],
]);

/** The factor by which a word in lower case multiplies the number before it; null for other words. */
export function readScale(word: string, language: NumberLanguage): number | null {
  // "Mil" is a thousand only in Spanish, and "a mill" is no million.
  if (language !== 'other' && /^(?:mil|mila|mille|mill)$/.test(word)) return null;
  const own = language === 'en' ? englishScales : otherScales;
  return scales.get(word) ?? own.get(word) ?? (language === 'other' ? null : (dozens.get(word) ?? null));
}

/** Scales that stand directly behind the digits of an amount of money: $12bn, £3m, $40k. */
export const gluedScales = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
]);

const fractionNames: readonly [number, string, string][] = [
  [1 / 2, 'half', 'hälfte'],
  [1 / 3, 'third', 'drittel'],
  [1 / 4, 'quarter', 'viertel'],
  [1 / 5, 'fifth', 'fünftel'],
  [1 / 6, 'sixth', 'sechstel'],
  [1 / 8, 'eighth', 'achtel'],
  [1 / 10, 'tenth', 'zehntel'],
];
const fractions = new Map(
  fractionNames.flatMap(([value, english, german]) => [
    [english, value],
    [`${english}s`, value],
    [german, value],
  ]),
);

/** The part that a word in lower case names: "third", "Drittel". Null for other words. */
export function readFraction(word: string): number | null {
  return fractions.get(word) ?? null;
}

/** A written number: its value, and the place value of its last digit. */
interface WrittenNumber {
  value: number;
  step: number;
}

/** The longest number that is read, in UTF-16 code units. */
const maxNumberLength = 24;

const spaced = `[${typographicSpaceClass}'’ ]`;
const plain = /^\d+$/;
const patterns: Record<NumberLanguage, { grouped: RegExp; decimal: RegExp }> = {
  en: {
    grouped: new RegExp(`^\\d{1,3}(?:(?:,\\d{3})+|(?:${spaced}\\d{3})+)(?:\\.\\d+)?$`),
    decimal: /^\d+\.\d+$/,
  },
  de: {
    grouped: new RegExp(`^\\d{1,3}(?:(?:\\.\\d{3})+|(?:${spaced}\\d{3})+)(?:,\\d+)?$`),
    decimal: /^\d+,\d+$/,
  },
  // A single separator before three digits is ambiguous and is read as a thousands separator.
  other: {
    grouped: new RegExp(
      `^\\d{1,3}(?:(?:\\.\\d{3})+(?:,\\d+)?|(?:,\\d{3})+(?:\\.\\d+)?|(?:${spaced}\\d{3})+(?:[.,]\\d+)?)$`,
    ),
    decimal: /^\d+[.,](?:\d{1,2}|\d{4,})$/,
  },
};

/** Reads digits with the separators of the language: 1,234.5 or 1.234,5 or 1 234. Null for anything else. */
function readDigits(written: string, language: NumberLanguage): WrittenNumber | null {
  if (written.length > maxNumberLength) return null;
  if (plain.test(written)) return { value: Number(written), step: 1 };
  const { grouped, decimal } = patterns[language];
  const isGrouped = grouped.test(written);
  if (!isGrouped && !decimal.test(written)) return null;
  const point = isGrouped
    ? findPointOfGrouped(written)
    : Math.max(written.indexOf('.'), written.indexOf(','));
  const whole = (point === -1 ? written : written.slice(0, point)).replace(/\D/g, '');
  const digits = point === -1 ? '' : written.slice(point + 1);
  return { value: Number(`${whole}.${digits}`), step: 10 ** -digits.length };
}

/** Where the decimals of a number with grouped thousands begin; -1 where it has none. */
function findPointOfGrouped(written: string): number {
  const separators = [...written.matchAll(/\D/g)];
  const [first] = separators;
  const last = separators.at(-1);
  if (!first || !last || last[0] === first[0] || /[^.,]/.test(last[0])) return -1;
  return last.index;
}

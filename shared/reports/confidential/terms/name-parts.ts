import { unspacedScriptClass } from '../../../text/characters/unspaced-scripts';
import { isCommonWord, isFrequentWord, isParticle } from '../../../text/common-words';
import { normalizeWords } from '../search/normalize-words';
import type { TermPart } from './term-part';

/** Words that Arabic and Hebrew write in one with the next: and, the, in, to, from, as, that, and what they form together. */
const attachedWords: readonly { script: RegExp; words: readonly string[] }[] = [
  {
    script: /^\p{sc=Arabic}+$/u,
    words: ['ال', 'و', 'ف', 'ب', 'ل', 'ك', 'وال', 'فال', 'بال', 'كال', 'لل', 'ولل', 'وب', 'ول'],
  },
  {
    script: /^\p{sc=Hebrew}+$/u,
    words: ['ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ', 'וה', 'וב', 'ול', 'ומ', 'וש', 'שה', 'של', 'כש'],
  },
];

/** In letters: a shorter name behind one of these words is another word too often. */
const minCertainLength = 4;

/** Lists a word of a name, in Arabic or Hebrew, behind each word that is written in one with it. */
function listAttachedForms(word: string): TermPart[] {
  const { words = [] } = attachedWords.find(({ script }) => script.test(word)) ?? {};
  const level = word.length < minCertainLength ? 'possible' : 'certain';
  return words.map((before) => ({ text: before + word, level }));
}

/** In letters: shorter words are short names, which occur by chance. */
const minNameLength = 4;
/** In letters: a shorter name with an ending is another word too often. */
const minInflectedLength = 5;

/** Without accents, as all text is compared. */
export const titles =
  'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Lord Lady Rev Herr Frau M Mme Mlle Monsieur Madame Sr Sra Srta Senor Senora Don Dona Sig Signor Signora Dott Meneer Mevrouw'.split(
    ' ',
  );
const capitalOrCaseless = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** A name of three or four characters without spaces: family name and given name are one or two of them. */
const unspacedName = new RegExp(`^[${unspacedScriptClass}\\p{sc=Hang}]{3,4}$`, 'u');

/** Rates one normalized word of a name; null when it is no part of a name by itself. */
export function rateWord(word: string): TermPart | null {
  if (word.length < 2 || isParticle(word)) return null;
  if (/^\p{N}+$/u.test(word))
    return word.length < minNameLength + 1 ? null : { text: word, level: 'certain' };
  if (isFrequentWord(word) || (word.length < minNameLength && /^[a-z]/.test(word)))
    return { text: word, level: 'possible', isCapitalized: true };
  if (isCommonWord(word)) return { text: word, level: 'possible' };
  return word.length < minInflectedLength
    ? { text: word, level: 'certain' }
    : { text: word, level: 'certain', isInflected: true };
}

/** Splits a name into its words as they are written, without those in lower case when others are capitalized. */
function splitName(name: string): string[] {
  const written = name.split(/[\s,]+/).filter((word) => normalizeWords(word).length > 0);
  const capitalized = written.filter((word) => capitalOrCaseless.test(word));
  return capitalized.length > 0 ? capitalized : written;
}

function listUnspacedParts(word: string): TermPart[] {
  if (!unspacedName.test(word)) return [];
  return [word.slice(0, 2), word.slice(-2)].map((text) => ({ text, level: 'possible' }));
}

/** Lists the parts of one written word of a name, such as `Lüders-Quorn` or `O’Brien`. */
function listWordParts(written: string): TermPart[] {
  const words = normalizeWords(written);
  const whole: TermPart[] = words.length > 1 ? [{ text: written, level: 'certain' }] : [];
  return [
    ...whole,
    ...words.flatMap((word) => rateWord(word) ?? []),
    ...words.flatMap(listUnspacedParts),
    ...words.flatMap(listAttachedForms),
  ];
}

/** Lists a surname with a title or an initial, and with the first name alone. Needed when the surname is a common word. */
function listAddresses(name: string, written: readonly string[]): TermPart[] {
  const isReversed = /^\S+,/.test(name.trim());
  const surname = isReversed ? written[0] : written.at(-1);
  const given = isReversed ? written.slice(1) : written.slice(0, -1);
  const first = given.length > 1 ? given[0] : undefined;
  const words = surname === undefined ? [] : normalizeWords(surname);
  // A rare surname is found alone, and so with whatever stands before it.
  const isCommon = words.some((word) => rateWord(word)?.level === 'possible');
  if (surname === undefined || !isCommon) return [];
  const initials = given.map((word) => Array.from(word.replace(/^[^\p{L}]+/u, ''))[0] ?? '').filter(Boolean);
  return [...titles, ...initials, ...(first === undefined ? [] : [first])].map((before) => ({
    text: `${before} ${surname}`,
    level: 'certain',
  }));
}

/** Lists the parts of a person's name: given names, surnames, and the surname with titles and initials. */
export function listPersonParts(name: string): TermPart[] {
  const words = splitName(name);
  const parts = words.flatMap(listWordParts);
  return words.length < 2 ? parts : [...listAddresses(name, words), ...parts];
}

/** Lists the parts of an organization's name. In lower case they may be ordinary words: `the quay`. */
export function listOrganizationParts(name: string): TermPart[] {
  return splitName(name)
    .flatMap(listWordParts)
    .flatMap((part): TermPart[] => {
      const capitalized: TermPart = { ...part, isCapitalized: true };
      return part.level === 'possible' ? [capitalized] : [capitalized, { ...part, level: 'possible' }];
    });
}

const organizationName = /\b(?:of|for|the|and|&)\b/i;

/** Words of organizations' names, which are written like names of persons: `Port Authority`. */
const organizationWords = new Set(
  `academy agency amt association authority bank board bureau center centre church club college commission committee company council court
  department federation foundation fund gazette group gmbh herald inc institute journal kommission limited llc ltd ministerium ministry museum
  news office organisation organization party police post press redaktion school service society statistics team times trust union
  university verband verein verlag`.split(/\s+/),
);

/** Whether a text reads as a person's name: two to four capitalized words, none of which says that it is an organization's. */
export function looksLikePerson(name: string): boolean {
  const written = name.split(/[\s,]+/).filter((word) => normalizeWords(word).length > 0);
  const words = written.filter((word) => !isParticle(word.toLowerCase()));
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => capitalOrCaseless.test(word) && !/\d/.test(word)) &&
    !organizationName.test(name) &&
    !words.flatMap(normalizeWords).some((word) => organizationWords.has(word))
  );
}

/** Lists the parts of a name in a field that holds persons and organizations alike. */
export function listAuthorParts(name: string): TermPart[] {
  const count = splitName(name).length;
  const isPerson = count >= 2 && count <= 4 && !organizationName.test(name);
  return isPerson || count === 1 ? listPersonParts(name) : listOrganizationParts(name);
}

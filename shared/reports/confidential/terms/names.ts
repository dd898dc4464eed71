import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import { isCommonWord, isFrequentWord } from '#shared/text/common-words.ts';
import { isNameParticle } from '#shared/text/name-particles.ts';
import type { TermPart } from '../search/confidential-term.ts';
import { normalizeText, normalizeWords } from '../search/normalize-words.ts';

// Lengths are in letters.

/** Shorter words occur by chance. */
const minNameLength = 4;
/** Shorter numbers occur by chance. */
const minNumberLength = 5;
/** The shortest name that may have an ending. Shorter ones with an ending are often other words. */
const minInflectedLength = 5;
/** The shortest name that is certain behind an attached word. Shorter ones are often other words. */
const minCertainLength = 4;
/** The shortest beginning of a name. Shorter ones are often words. */
const minBeginningLength = 4;
/** The shortest name whose misspellings count. Shorter ones are often other names. */
const minMisspelledLength = 6;
/** A name of more words is rather one of an organization. */
const maxPersonWords = 4;

/** Words that Arabic and Hebrew attach to the next word: and, the, in, to, from, as, that, and combinations of them. */
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

/** Lists an Arabic or Hebrew word of a name behind each attached word. */
function listAttachedForms(word: string): TermPart[] {
  const { words = [] } = attachedWords.find(({ script }) => script.test(word)) ?? {};
  const level = word.length < minCertainLength ? 'possible' : 'certain';
  return words.map((before) => ({ text: before + word, level }));
}

/** Titles before names, without accents, as in the form for comparison. */
const titles =
  'Mr Mrs Ms Miss Mx Dr Prof Professor Sir Lord Lady Rev Herr Frau M Mme Mlle Monsieur Madame Sr Sra Srta Senor Senora Don Dona Sig Signor Signora Dott Meneer Mevrouw'.split(
    ' ',
  );
const capitalOrCaseless = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** A name of three or four characters without spaces: family name and given name are one or two of them. */
const unspacedName = new RegExp(`^[${unspacedScriptClass}\\p{sc=Hang}]{3,4}$`, 'u');

/** Rates one normalized word of a name; null when it identifies nobody by itself. */
export function rateWord(word: string): TermPart | null {
  if (word.length < 2 || isNameParticle(word, 'term')) return null;
  if (/^\p{N}+$/u.test(word)) return word.length < minNumberLength ? null : { text: word, level: 'certain' };
  if (isFrequentWord(word) || (word.length < minNameLength && /^[a-z]/.test(word)))
    return { text: word, level: 'possible', isCapitalized: true };
  if (isCommonWord(word)) return { text: word, level: 'possible' };
  return word.length < minInflectedLength
    ? { text: word, level: 'certain' }
    : { text: word, level: 'certain', isInflected: true };
}

/** The words of a name as written. */
interface ReadName {
  readonly all: readonly string[];
  /** Without the words in lower case if others are capitalized. */
  readonly main: readonly string[];
  /** Whether the surname is the first word, as in `Quill, Zelda`. */
  readonly isReversed: boolean;
}

function readName(name: string): ReadName {
  const all = name.split(/[\s,]+/).filter((word) => normalizeWords(word).length > 0);
  const capitalized = all.filter((word) => capitalOrCaseless.test(word));
  return {
    all,
    main: capitalized.length > 0 ? capitalized : all,
    isReversed: /^\S+,/.test(name.trim()),
  };
}

/** The words of a name with the surname at the end. */
function putSurnameLast(words: readonly string[], { isReversed }: ReadName): readonly string[] {
  return isReversed ? [...words.slice(1), ...words.slice(0, 1)] : words;
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

/** Lists a surname behind a title, an initial or the first name. Needed when the surname is a common word. */
function listAddresses(name: ReadName): TermPart[] {
  const ordered = putSurnameLast(name.main, name);
  const surname = ordered.at(-1);
  const given = ordered.slice(0, -1);
  const first = given.length > 1 ? given[0] : undefined;
  const words = surname === undefined ? [] : normalizeWords(surname);
  // A rare surname is found alone, whatever stands before it.
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
  const words = readName(name);
  const parts = words.main.flatMap(listWordParts);
  return words.main.length < 2 ? parts : [...listAddresses(words), ...parts];
}

/** Lists the parts of an organization's name. In lower case they may be ordinary words: `the quay`. */
export function listOrganizationParts(name: string): TermPart[] {
  return readName(name)
    .main.flatMap(listWordParts)
    .flatMap((part): TermPart[] => {
      const capitalized: TermPart = { ...part, isCapitalized: true };
      return part.level === 'possible' ? [capitalized] : [capitalized, { ...part, level: 'possible' }];
    });
}

const organizationName = /\b(?:of|for|the|and|&)\b/i;

/** Words of organizations' names that could otherwise be read as names of persons: `Port Authority`. */
const organizationWords = new Set(
  `academy agency amt association authority bank board bureau center centre church club college commission committee company council court
  department federation foundation fund gazette group gmbh herald inc institute journal kommission limited llc ltd ministerium ministry museum
  news office organisation organization party police post press redaktion school service society statistics team times trust union
  university verband verein verlag`.split(/\s+/),
);

/** Whether a text looks like a person's name: two to four capitalized words, none of them typical of organizations. */
export function looksLikePerson(name: string): boolean {
  const words = readName(name).all.filter((word) => !isNameParticle(word.toLowerCase(), 'term'));
  return (
    words.length >= 2 &&
    words.length <= maxPersonWords &&
    words.every((word) => capitalOrCaseless.test(word) && !/\d/.test(word)) &&
    !organizationName.test(name) &&
    !words.flatMap(normalizeWords).some((word) => organizationWords.has(word))
  );
}

/** Lists the parts of a name in a field that holds persons and organizations alike. */
export function listAuthorParts(name: string): TermPart[] {
  const count = readName(name).main.length;
  const isPerson = count >= 2 && count <= maxPersonWords && !organizationName.test(name);
  return isPerson || count === 1 ? listPersonParts(name) : listOrganizationParts(name);
}

/** Initials that are almost always an abbreviation. */
const abbreviations = new Set(
  `ac ad ag ai am ap ar at au ba bc bbc bbq be bp bs ca cbs cc cd ceo cfo ch cia cnn co cto cv da db dc de dj dna dr ds dvd ea ec eg er eu
  ev fa faq fbi fc fm gb gdp gm gop gp gps gt hd hiv hp hq hr ia ibm id ie ii iii il in ip iq ir irs it iv ix jr kg kpi la lcd led lg
  ltd ma mba mc md me mi mit mo mp mph mr ms mt nasa nato nba nbc nc nd ne nfl ngo nh nhl nj nm no nsa nv ny nyc nz oh ok or pa pc pdf
  ph phd pm po pr ps qa rd ri rna roi rv sa sc sd se sec sim sms sos sq sr st suv tb td tm tn tv tx ufo uk un us usa usb ussr ut uv va
  vat vc vi vii viii vip vs vt wa wc wi wto wv ww xi xl xx`.split(/\s+/),
);

/** Titles before an initial: `Ms Q.`. `M Q` and `Don Q` often mean something else. */
const titlesOfInitials = titles.filter((title) => !['M', 'Don', 'Sir', 'Lord', 'Lady'].includes(title));

const initialOf = (word: string) => Array.from(word)[0] ?? '';

/** Lists the initials of a name: `Z. Q.`, `ZQ`, and with a title `Ms Q.`. */
function listInitials(words: readonly string[], surname: string): TermPart[] {
  const written = words.map(initialOf).filter((letter) => /\p{Lu}/u.test(letter));
  if (written.length < 2 || written.length !== words.length) return [];
  const short = [written[0], written.at(-1)];
  const all = [...new Set([short.join(' '), written.join(' ')])];
  const together = all.map((letters) => letters.replaceAll(' ', ''));
  const meansMore = (letters: string) => {
    const bare = normalizeText(letters);
    return abbreviations.has(bare) || isFrequentWord(bare);
  };
  const withTitle = titlesOfInitials.map((title) => `${title} ${initialOf(words.at(-1) ?? '')}`);
  return [...all, ...together]
    .filter((letters) => !meansMore(letters))
    .concat(withTitle)
    .map((text) => ({ text, level: 'possible', form: 'initials', formOf: surname, isAlwaysAsked: true }));
}

/** Lists the beginnings of a word of a name, alone and behind the initial of the given name: `Zanzi`, `z.quill`. */
function listBeginnings(word: string, initial: string | null): TermPart[] {
  const parts: TermPart[] = [];
  const rest = { level: 'possible', form: 'beginning', formOf: word, isAlwaysAsked: true } as const;
  for (let length = minBeginningLength; length <= word.length - 2; length += 1) {
    const beginning = word.slice(0, length);
    if (!isCommonWord(beginning)) parts.push({ text: beginning, isCapitalized: true, ...rest });
    if (initial !== null)
      parts.push({ text: `${initial} ${beginning}`, ...rest }, { text: initial + beginning, ...rest });
  }
  return parts;
}

/**
 * Lists forms that identify a person less surely than the words of the name: initials, beginnings, and misspellings. The reviewer is
 * asked about each, unless the article prints it or the word itself.
 */
export function listNameForms(name: string): TermPart[] {
  const written = readName(name);
  // Titles are left out: the given name of `Dr. Käsemann` is unknown.
  const words = putSurnameLast(written.all, written).filter(
    (word) => !titles.includes(word.replace(/\.$/, '')),
  );
  const surname = normalizeText(words.at(-1) ?? '');
  const initial = words.length > 1 ? normalizeText(initialOf(words[0] ?? '')) : null;
  const isRare = (word: string) => word.length >= minMisspelledLength && !isCommonWord(word);
  return [
    ...listInitials(words, surname),
    ...words.flatMap(normalizeWords).flatMap((word): TermPart[] => {
      if (!isRare(word) || !/^\p{L}+$/u.test(word)) return [];
      const misspelled = {
        level: 'possible',
        form: 'misspelling',
        formOf: word,
        isAlwaysAsked: true,
      } as const;
      const isSurname = word === surname;
      return [
        ...listBeginnings(word, isSurname ? initial : null),
        ...(isSurname && initial !== null ? [{ text: initial + word, level: 'certain' } as const] : []),
        { text: word, ...misspelled },
      ];
    }),
  ];
}

interface LetterForms {
  /** The ASCII letters that replace the letter. */
  readonly ascii: string;
  /** The letter without its mark, where Unicode does not decompose it. All others lose their marks in the search. */
  readonly bare?: string;
}

/** Letters with marks, and ligatures. */
const letterForms: Readonly<Record<string, LetterForms>> = {
  ä: { ascii: 'ae' },
  ö: { ascii: 'oe' },
  ü: { ascii: 'ue' },
  ß: { ascii: 'ss', bare: 'ss' },
  ø: { ascii: 'oe', bare: 'o' },
  å: { ascii: 'aa' },
  æ: { ascii: 'ae' },
  œ: { ascii: 'oe' },
  Ä: { ascii: 'Ae' },
  Ö: { ascii: 'Oe' },
  Ü: { ascii: 'Ue' },
  Ø: { ascii: 'Oe', bare: 'O' },
  Å: { ascii: 'Aa' },
  Æ: { ascii: 'Ae' },
  Œ: { ascii: 'Oe' },
  ł: { ascii: 'l', bare: 'l' },
  Ł: { ascii: 'L', bare: 'L' },
  đ: { ascii: 'd', bare: 'd' },
  Đ: { ascii: 'D', bare: 'D' },
  þ: { ascii: 'th' },
  Þ: { ascii: 'Th' },
};

function replaceLetters(text: string, form: keyof LetterForms): string {
  return Array.from(text.normalize('NFC'), (letter) => letterForms[letter]?.[form] ?? letter).join('');
}

/**
 * Lists other spellings of a text with umlauts and similar letters: `Grossmueller` and `Grossmuller` for `Großmüller`, and the other
 * way round. Empty when there are none.
 */
export function listSpellings(text: string): string[] {
  const base = [text, replaceLetters(text, 'ascii'), replaceLetters(text, 'bare')];
  const bareDigraphs = base.map((one) => one.replace(/([aou])e(?=\p{L}{3})/giu, '$1'));
  // A digraph alone is no sign of an umlaut: `Samuel`.
  const isWrittenOut = /ae|oe|ue/i.test(text) && /ss/i.test(text);
  const all = isWrittenOut ? [...base, ...bareDigraphs] : base;
  const spellings = new Set([...all, ...all.map((one) => one.replaceAll('ss', 'ß'))]);
  const known = new Set([normalizeText(text)]);
  return Array.from(spellings).filter((one) => {
    const normalized = normalizeText(one);
    if (known.has(normalized)) return false;
    known.add(normalized);
    return true;
  });
}

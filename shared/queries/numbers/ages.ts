import { type NumberLanguage, readNumberWord } from '#shared/reading/read-number.ts';
import { findAll } from '#shared/reading/tokens.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import { type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { findWritingYears, findYears, type WritingYears } from './writing-years.ts';

const mayHoldBirth = /born|birth|geboren|geb\.|zur Welt|\bb\. ?\d|Jahrgang|\* ?\d|\((?:1[89]|20)\d\d ?[–—-]/i;
/** How far behind an age its noun may stand, as in "his 12-year-old son", in UTF-16 code units. */
const relativeReach = 14;
/** How much text between a birth and an age is searched for relatives, in UTF-16 code units. */
const maxBetween = 400;
/** The most births, and the most ages, of a text that are compared. */
const maxFacts = 200;

/** Raises a query for an age that does not fit a year of birth. */
export function findWrongAges({ draft, sentences, language, today }: NumberText): Query[] {
  const { text } = draft;
  if (language === 'other' || !mayHoldBirth.test(text)) return [];
  const births = sentences.flatMap((span, index) => findBirths(text, span, index)).slice(0, maxFacts);
  if (births.length === 0) return [];
  const ages = sentences.flatMap((span, index) => findAges(text, span, index, language)).slice(0, maxFacts);
  const years = findWritingYears(text, today, new Set(births.map(({ year }) => year)));
  return births.flatMap((birth) =>
    ages.flatMap((age): Query[] => {
      if (!isSamePerson(birth, age, { births, ages, text })) return [];
      const span = sentences[age.sentence];
      const possible =
        span && findPossibleYears(birth, age, { text: text.slice(span.start, span.end), years });
      if (!possible) return [];
      const [youngest, oldest] = [possible.first - birth.year - 1, possible.last - birth.year];
      if (youngest < 0 || (age.years >= youngest && age.years <= oldest)) return [];
      const given =
        possible.first === possible.last
          ? `${youngest} or ${oldest} in ${possible.last}`
          : `${youngest} to ${oldest} by ${possible.last}`;
      const explanation = `${quoteSpan(draft, birth)} gives an age of ${given}, and the text has ${quoteSpan(draft, age)}.`;
      return [{ rule: 'age', places: toPlaces([birth, age]), explanation }];
    }),
  );
}

interface Facts {
  births: readonly Birth[];
  ages: readonly Age[];
  text: string;
}

function isSamePerson(birth: Birth, age: Age, { births, ages, text }: Facts): boolean {
  const [from, to] = [Math.min(birth.end, age.end), Math.max(birth.start, age.end + relativeReach)];
  if (relatives.test(text.slice(from, Math.min(to, from + maxBetween)))) return false;
  const birthsBeside = births.filter(({ sentence }) => sentence === birth.sentence).length;
  const agesBeside = ages.filter(({ sentence }) => sentence === age.sentence).length;
  const isAlone = birthsBeside === 1 && agesBeside === 1;
  if (birth.sentence === age.sentence) return isAlone;
  if (age.when === 'event' && !(isAlone && Math.abs(age.sentence - birth.sentence) === 1)) return false;
  if (birth.name !== null && age.name !== null) return birth.name === age.name;
  if (age.when === 'event') return birth.sentence < age.sentence ? age.hasPronoun : birth.isPronoun;
  const distance = birth.sentence - age.sentence;
  if (!isAlone || Math.abs(distance) !== 1) return false;
  return distance === 1 ? birth.isPronoun : age.isSubject;
}

/** The years in which a person may have had an age; null where the text does not say. */
function findPossibleYears(
  birth: Birth,
  { when }: Age,
  { text, years }: { text: string; years: WritingYears },
): WritingYears | null {
  const named = findYears(text).filter((year) => year !== birth.year && year !== birth.death);
  const [only] = named;
  if (when === 'death' && birth.death !== null) return { first: birth.death, last: birth.death };
  if (only !== undefined) {
    // "The 45-year-old, who has lived here since 2020" is 45 now.
    if (when === 'now')
      return only > birth.year && birth.death === null
        ? { first: Math.min(...named, years.first), last: years.last }
        : null;
    const isClear = named.length === 1;
    return isClear && only > birth.year ? { first: only, last: only } : null;
  }
  return when === 'event' || birth.death !== null ? null : years;
}

/** A year of birth in a sentence. The span is in UTF-16 offsets into the draft's text. */
interface Birth extends Span {
  sentence: number;
  year: number;
  /** The year of death beside it, as in "(1950–2010)"; null for none. */
  death: number | null;
  /** The last word of the name; null where it is a pronoun or unclear. */
  name: string | null;
  isPronoun: boolean;
}

/** An age in a sentence. The span is in UTF-16 offsets into the draft's text. */
interface Age extends Span {
  sentence: number;
  years: number;
  /** Whether it is the age at the time of writing, at a past event, or at death. */
  when: 'now' | 'event' | 'death';
  /** The last word of the name; null where it is unclear. */
  name: string | null;
  /** Whether the sentence begins with the person: "The 41-year-old", "She". */
  isSubject: boolean;
  /** Whether a pronoun in the sentence refers to the person of the sentence before. */
  hasPronoun: boolean;
}

/** The highest age that is read, in years. */
const maxAge = 120;

/** Finds the years of birth in a sentence, whose place is `span`. */
function findBirths(text: string, span: Span, sentence: number): Birth[] {
  const written = text.slice(span.start, span.end);
  const found: Birth[] = [];
  for (const pattern of birthPatterns)
    for (const match of findAll(pattern, written)) {
      const { year = '', death } = match.groups ?? {};
      const start = span.start + match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const isPronoun = pronounStart.test(written) || bornPronoun.test(written);
      const name = isPronoun ? null : findName(written, match.index, match[0].length);
      found.push({
        start,
        end,
        sentence,
        year: Number(year),
        death: death ? Number(death) : null,
        name,
        isPronoun,
      });
    }
  return found;
}

/** Matches "Born in 1957 to bakers, she …", which is about the person of the sentence before. */
const bornPronoun = /^(?:born|geboren)(?!\p{sc=Latn})[^.;]{0,80}?[ ,](?:he|she|er|sie)(?!\p{sc=Latn})/iu;

const capitalized = /\p{Lu}[\p{sc=Latn}'’-]+/gu;

/** The last capitalized word before a birth, or the last word of the name behind "Born in 1970, ". */
function findName(written: string, index: number, length: number): string | null {
  const before = written.slice(0, index).match(capitalized)?.at(-1);
  if (before !== undefined && !/^(?:In|The|Am|Im|Der|Die|Das|On)$/.test(before)) return before;
  const behind =
    /^[^,]{0,30}, (?:the \p{sc=Latn}+ )?(\p{Lu}[\p{sc=Latn}'’-]+(?: \p{Lu}[\p{sc=Latn}'’-]+)*)/u.exec(
      written.slice(index + length),
    );
  return behind?.[1]?.split(' ').at(-1) ?? null;
}

/** Words behind an age that make it the age at death. */
const atDeathBehind =
  /(?<!\p{sc=Latn})(?:when (?:s?he|they) died|at (?:his|her|their) death|als (?:er|sie) starb|bei (?:seinem|ihrem) tod)(?!\p{sc=Latn})/iu;

/** Finds the ages in a sentence, whose place is `span`. */
function findAges(text: string, span: Span, sentence: number, language: NumberLanguage): Age[] {
  const written = text.slice(span.start, span.end);
  const found: Age[] = [];
  for (const { when, pattern } of agePatterns)
    for (const match of findAll(pattern, written)) {
      const { age = '', name } = match.groups ?? {};
      const atDeath =
        when === 'event' &&
        atDeathBehind.test(written.slice(match.index, match.index + match[0].length + 24));
      const years = /^\d+$/.test(age) ? Number(age) : readNumberWord(age.toLowerCase(), language)?.value;
      const start = span.start + match.index + match[0].lastIndexOf(age);
      const end = start + age.length;
      const isKnown = found.some((other) => start < other.end && other.start < end);
      if (years === undefined || years < 1 || years > maxAge || isKnown) continue;
      const isSubject =
        /^(?:the|der|die)?\s*$/i.test(text.slice(span.start, start)) || pronounStart.test(written);
      const hasPronoun = /(?<!\p{sc=Latn})(?:he|she|er|sie)(?!\p{sc=Latn})/iu.test(written);
      found.push({
        start,
        end,
        sentence,
        years,
        when: atDeath ? 'death' : when,
        name: name ?? null,
        isSubject,
        hasPronoun,
      });
    }
  return found;
}

const year = '(?<year>(?:1[89]|20)\\d\\d)(?![\\d-])';
const noLetter = '(?<!\\p{sc=Latn})';
/** Words between "born" and the year: a place, a date, and words that join them. */
const placeOrDate =
  "(?:(?:in|on|at|to|into|near|outside|the|a|an|and|of|parents|family|town|village|city|am|im|Jahr|Jahre|bei|an|der|um|\\p{Lu}[\\p{sc=Latn}.'’-]*|\\d{1,2}(?:st|nd|rd|th|\\.)?),?\\s+){0,10}?";
const death = '(?<death>(?:1[89]|20)\\d\\d)';

/** Forms of a year of birth in English and German. */
const birthPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<=\\p{Lu}[\\p{sc=Latn}'’-]+ )\\((?:born |geb\\. |\\* ?)?${year.replace('(?![\\d-])', '')} ?[–—-] ?(?:† ?)?${death}\\)`,
    'gu',
  ),
  new RegExp(
    `${noLetter}(?:born|Born|geboren|Geboren)\\s+(?:wurde\\s+(?:er|sie)\\s+)?${placeOrDate}${year}`,
    'gu',
  ),
  new RegExp(`${noLetter}birth (?:in|on) ${placeOrDate}${year}`, 'gu'),
  new RegExp(`${noLetter}(?:b\\.|geb\\.|\\*)\\s?${placeOrDate}${year}`, 'gu'),
  new RegExp(`${noLetter}Jahrgang ${year}`, 'gu'),
  new RegExp(
    `${noLetter}(?:im Jahr |am \\d{1,2}\\. ?\\p{Lu}\\p{Ll}+ )?${year} (?:(?:in|bei) [^,.;:()]{2,30}? )?geborene[rn]?(?!\\p{sc=Latn})`,
    'gu',
  ),
  new RegExp(
    `${noLetter}${placeOrDate}${year} (?:(?:in|bei|nahe|auf|als) [^,.;:()]{2,50}? )?(?:geboren(?!\\p{sc=Latn})|zur Welt)`,
    'gu',
  ),
];

const age = '(?<age>\\d{1,3})';
const ageOrWord = '(?<age>\\d{1,3}|[a-zäöüß]+(?:-[a-z]+)?)';
const noDigit = '(?![\\d.,]*\\d|\\p{sc=Latn}| ?%)';
const name = "(?<name>\\p{Lu}[\\p{sc=Latn}'’-]+)";

/** Forms of an age in English and German, the most certain first. */
const agePatterns: readonly { when: 'now' | 'event' | 'death'; pattern: RegExp }[] = [
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}(?:died|passed away|dies|death|dead)(?!\\p{sc=Latn})[^;:]{0,80}? (?:aged|at the age of|at age|age) ${ageOrWord}${noDigit}`,
      'gu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}(?:starb|verstarb|gestorben|verstorben|stirbt)(?!\\p{sc=Latn})[^;:]{0,80}? (?:im Alter von|mit) ${ageOrWord}${noDigit}`,
      'gu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}im Alter von ${ageOrWord} Jahren (?:[^;:,.]{0,40} )?(?:starb|verstarb|gestorben|verstorben)`,
      'gu',
    ),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}(?:at (?:the )?age (?:of )?|aged |when (?:s?he|they) (?:was|were) (?:just |only )?)${ageOrWord}${noDigit}`,
      'giu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(`${noLetter}(?:died|dies)(?!\\p{sc=Latn})[^;:.]{0,60}?,? at ${age}(?=[.,;]|$)`, 'gu'),
  },
  { when: 'event', pattern: new RegExp(`(?:^|, |\\()[Aa]t (?:just |only )?${age},`, 'gu') },
  {
    when: 'event',
    pattern: new RegExp(`${noLetter}(?:[Ii]m Alter von|[Mm]it(?: nur| gerade)?) ${ageOrWord} Jahren`, 'gu'),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}(?:was|were)(?: just| only| still| already| barely)? ${ageOrWord}(?: years old)?,? (?:when|by the time|at the time)(?!\\p{sc=Latn})`,
      'gu',
    ),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}war(?: (?:er|sie))?(?: \\d{4})?(?: (?:erst|gerade|bereits|schon|noch))* ${ageOrWord}(?: Jahre alt)?,? (?:als|da)(?!\\p{sc=Latn})`,
      'gu',
    ),
  },
  { when: 'now', pattern: new RegExp(`${name}, (?:now |today )?${age},(?! \\d)`, 'gu') },
  {
    when: 'now',
    pattern: new RegExp(
      `(?<!\\p{sc=Latn})[Tt]he (?:\\p{Ll}+ )?\\p{Ll}+, (?:now |today )?${age},(?! \\d)`,
      'gu',
    ),
  },
  { when: 'now', pattern: new RegExp(`${name} \\(${age}\\)`, 'gu') },
  { when: 'now', pattern: new RegExp(`(?<![\\p{sc=Latn}\\d.,-])${age}(?:-| )year(?:-| )old`, 'gu') },
  {
    when: 'now',
    pattern: new RegExp(`(?<![\\p{sc=Latn}\\d.,-])${age}-?[Jj]ährige[rnms]?(?!\\p{sc=Latn})`, 'gu'),
  },
  {
    when: 'now',
    pattern: new RegExp(
      `${noLetter}(?:is|is now|turns|turned|turning|now)(?: just| only| already)? ${ageOrWord}(?: years old|(?= this year| today| now|[,.;]|$| and ))`,
      'gu',
    ),
  },
  {
    when: 'now',
    pattern: new RegExp(
      `${noLetter}(?:ist|wird|wurde)(?: heute| jetzt| inzwischen| nun| gerade| erst)? ${ageOrWord}(?: Jahre(?: alt)?|(?=[,.;]|$))`,
      'gu',
    ),
  },
  {
    when: 'now',
    pattern: new RegExp(`${noLetter}(?:heute|inzwischen|mittlerweile) ${ageOrWord} Jahre alt`, 'gu'),
  },
];

/** A sentence that begins with a pronoun for a person. */
const pronounStart = /^["“„»]?(?:he|she|er|sie)\s/iu;
/** Words for relatives: an age or a birth beside one may be theirs. */
const relatives =
  /(?<!\p{sc=Latn})(?:mother|father|parents?|sons?|daughters?|wife|husband|brothers?|sisters?|children|child|girl|boy|baby|twins?|grand\p{sc=Latn}+|nephew|niece|mutter|vater|eltern|sohn|söhne|töchter|tochter|frau|mann|ehemann|ehefrau|bruder|schwester|kind|kinder|enkel\p{sc=Latn}*)(?!\p{sc=Latn})/iu;

import type { Span } from '../../../text/span';
import type { Query } from '../../query';
import { type NumberText, quoteSpan } from '../number-text';
import { findYears } from '../parse/years';
import { findWrongAnniversaries } from './find-wrong-anniversaries';
import { type Age, type Birth, findAges, findBirths } from './life-facts';
import { relatives } from './life-patterns';
import { findWritingYears, type WritingYears } from './writing-years';

const mayHoldBirth = /born|geboren|geb\.|zur Welt|\bb\. ?\d|Jahrgang|\* ?\d|\((?:1[89]|20)\d\d ?[–—-]/i;
/** How far behind an age its noun stands, as in "his 12-year-old son", in UTF-16 code units. */
const relativeReach = 14;
/** How much text between a birth and an age is looked at, in UTF-16 code units. */
const maxBetween = 400;
/** The most births and ages of a text that are compared with each other. */
const maxFacts = 200;

/** Raises a query for an age that does not fit a year of birth, and for "50 years ago" that does not fit a year. */
export function findWrongAges(numbers: NumberText): Query[] {
  const { draft, language } = numbers;
  if (language === 'other') return [];
  return [
    ...findWrongAnniversaries(numbers),
    ...(mayHoldBirth.test(draft.text) ? findWrongPeople(numbers) : []),
  ];
}

function findWrongPeople({ draft, sentences, language, today }: NumberText): Query[] {
  const { text } = draft;
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
      const [first, second] = [birth, age].map(toSpan).sort((a, b) => a.start - b.start);
      return first && second ? [{ rule: 'age', places: [first, second], explanation }] : [];
    }),
  );
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
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
  if (age.when === 'event' && !(isAlone && age.sentence === birth.sentence + 1)) return false;
  if (birth.name !== null && age.name !== null) return birth.name === age.name;
  if (age.when === 'event') return age.hasPronoun;
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
    // "The 45-year-old, who has lived here since 2020" is so old now.
    if (when === 'now')
      return only > birth.year && birth.death === null
        ? { first: Math.min(...named, years.first), last: years.last }
        : null;
    const isClear = named.length === 1;
    return isClear && only > birth.year ? { first: only, last: only } : null;
  }
  return when === 'event' || birth.death !== null ? null : years;
}

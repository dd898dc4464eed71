import { type Figure, getInterval, getLastPlace, overlaps } from '#shared/reading/figure.ts';
import { isWord, type Token } from '#shared/reading/tokens.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import type { Query } from '../base/query.ts';
import { type NumberText, quoteSpan } from './number-text.ts';
import type { Phrase } from './phrase.ts';

/** The most figures of one unit that are compared. A text with more has tables. */
const maxAlike = 80;

/** How one number may have become another: two digits changed places, or zeros or a "million" were added or lost. */
type Slip = 'swapped' | 'scaled';

const slipReasons: Record<Slip, string> = {
  swapped: 'two digits have changed places',
  scaled: 'their digits are the same, and one is larger by a power of ten',
};

/** Raises a query where two sentences give the same figure with two values that are one slip apart. */
export function findTwoFigures(numbers: NumberText): Query[] {
  const { draft } = numbers;
  const queries: Query[] = [];
  for (const alike of groupBy(
    findMentions(numbers),
    ({ figure, rate }) => `${figure.kind} ${figure.unit}/${rate}`,
  ).values()) {
    if (alike.length < 2 || alike.length > maxAlike) continue;
    const known = new Set<string>();
    for (const [index, a] of alike.entries())
      for (const b of alike.slice(index + 1)) {
        const slip = isAlone(a, b, alike) ? compare(a, b) : null;
        const pair = [a.figure.value, b.figure.value].sort().join(' ');
        if (slip === null || known.has(pair) || areTogether(a, b, alike)) continue;
        known.add(pair);
        const [first, second] = [quoteSpan(draft, a.figure), quoteSpan(draft, b.figure)];
        const explanation = `${first} and ${second} seem to give one figure: ${slipReasons[slip]}.`;
        const places = [a.figure, b.figure].map(({ start, end }) => ({ start, end }));
        const [from, to] = places;
        if (from && to) queries.push({ rule: 'figure', places: [from, to], explanation });
      }
  }
  return queries;
}

/** Whether the text has the values of two mentions nowhere else. */
function isAlone(a: Mention, b: Mention, alike: readonly Mention[]): boolean {
  return (
    alike.filter(({ figure: { value } }) => value === a.figure.value || value === b.figure.value).length === 2
  );
}

/** The most sentences with figures between a figure and a reference to it in other words. */
const maxApart = 8;

/** How a later figure differs from an earlier one that it refers to: "4,200 phones … the 42,000 handsets". Null where it refers to none. */
function compare(a: Mention, b: Mention): Slip | null {
  const slip = findSlip(a.figure, b.figure);
  if (slip === null || b.sentence <= a.sentence || b.sentence - a.sentence > maxApart) return null;
  if (hasOtherFate(a, b) || hasOtherYears(a, b)) return null;
  if (a.of !== null && b.of !== null && a.of !== b.of) return null;
  if (a.figure.kind === 'percent')
    return slip === 'swapped' && [...a.words].some((word) => b.words.has(word)) ? slip : null;
  const digits = Math.min(getDigits(a.figure).length, getDigits(b.figure).length);
  return b.isKnown || (slip === 'swapped' && digits > 2) ? slip : null;
}

/** The slip by which two figures may be the same one; null where there is none, or one may be the other rounded. */
function findSlip(a: Figure, b: Figure): Slip | null {
  const [digitsA, digitsB] = [getDigits(a), getDigits(b)];
  const hasSwapped = isSwapped(digitsA, digitsB) && a.value < b.value * 10 && b.value < a.value * 10;
  // "About 14,500" is not 15,400 either.
  if (digitsA.length > 2 && hasSwapped) return 'swapped';
  if (overlaps(getInterval(a), getInterval(b))) return null;
  if (digitsA === digitsB) return digitsA.length > 1 ? 'scaled' : null;
  return hasSwapped ? 'swapped' : null;
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const first = [...a].findIndex((digit, index) => digit !== b[index]);
  const swapped = `${a.slice(0, first)}${a[first + 1] ?? ''}${a[first] ?? ''}${a.slice(first + 2)}`;
  return first >= 0 && swapped === b;
}

/** The digits of a number without the zeros at its end. */
function getDigits(figure: Figure): string {
  return String(Math.round(figure.value / getLastPlace(figure)));
}

/** Whether each sentence names a year that the other does not: the figures may then be of two times. */
function hasOtherYears({ years: a }: Mention, { years: b }: Mention): boolean {
  return [...a].some((year) => !b.has(year)) && [...b].some((year) => !a.has(year));
}

/** Whether the people of the two figures had different fates, such as death and injury. */
function hasOtherFate({ fates: a }: Mention, { fates: b }: Mention): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((fate) => b.has(fate));
}

/** Whether one sentence has both values, so that the text means two figures. */
function areTogether(a: Mention, b: Mention, alike: readonly Mention[]): boolean {
  return alike.some(
    (one) =>
      one.figure.value === a.figure.value &&
      alike.some((other) => other.sentence === one.sentence && other.figure.value === b.figure.value),
  );
}

/** A figure with its context in the sentence. */
interface Mention {
  figure: Figure;
  /** The index of its sentence among those with figures. */
  sentence: number;
  /** The unit that the figure is per: "a day", "pro Jahr"; empty for none. */
  rate: string;
  /** Whether an article or a possessive before it shows that the text named it before: "the 72 protesters". */
  isKnown: boolean;
  /** The fates of the people that it may count, such as death or injury. */
  fates: ReadonlySet<string>;
  /** The substance that it measures, directly behind it: "tonnes of wheat". Null where the text does not say. */
  of: string | null;
  /** The long words around it, which show what a percentage is about. */
  words: ReadonlySet<string>;
  /** The years in its sentence. */
  years: ReadonlySet<number>;
}

/** How many words on each side are searched for the fate of people. */
const maxDistance = 14;
/** The shortest word that shows what a percentage is about. */
const minWordLength = 6;
const percentWord = /^(?:percent|prozent)/;
/** How many words on each side are searched for words that introduce another figure on purpose. */
const maxOtherDistance = 4;
/** How many words behind a figure are searched for the unit that it is per. */
const maxRateDistance = 6;
/** Smaller counts are not compared. */
const minCount = 10;
/** The most figures of one sentence that are compared: longer lists name many things. */
const maxInSentence = 5;

const comparedKinds = new Set(['number', 'money', 'measure', 'percent']);
const definite =
  /^(?:all|alle[nr]?|the|these|those|its|their|his|her|our|der|die|das|den|dem|des|diese[rnms]?|seine[rnms]?|ihre[rnms]?)$/;
const rates = /^(?:a|an|per|every|each|pro|je|am|im)$/;
const rateUnits =
  /^(?:day|week|month|year|hour|minute|person|head|night|tag|woche|monat|jahr|stunde|minute|person|kopf|nacht)$/;

/** Lists the figures that are compared, with their contexts. Figures of one unit are in order of the text. */
function findMentions({ phrases }: NumberText): Mention[] {
  const figures = phrases.flatMap((phrase, sentence) => {
    const compared = phrase.figures.filter(({ kind }) => comparedKinds.has(kind));
    if (compared.length > maxInSentence) return [];
    return compared.flatMap((figure) =>
      figure.kind === 'number' && figure.value < minCount ? [] : [{ phrase, sentence, figure }],
    );
  });
  return [...groupBy(figures, ({ figure }) => `${figure.kind} ${figure.unit}`).values()]
    .filter((alike) => alike.some(({ figure }) => figure.value !== alike[0]?.figure.value))
    .flat()
    .flatMap(({ phrase, sentence, figure }) => readMention(phrase, sentence, figure) ?? []);
}

/** Reads the context of a figure; null where the words beside it introduce another figure on purpose. */
function readMention({ tokens, figures }: Phrase, sentence: number, figure: Figure): Mention | null {
  const first = tokens.findIndex(({ end }) => end > figure.start);
  const behind = tokens.findIndex(({ start }) => start >= figure.end);
  const after = behind === -1 ? tokens.length : behind;
  const around = (distance: number) => [
    ...tokens.slice(Math.max(0, first - distance), first),
    ...tokens.slice(after, after + distance),
  ];
  const beforeBound = figure.bound === null ? first : Math.max(0, first - 2);
  const isKnown = isReferredTo(tokens, beforeBound);
  // "More than the 830,000 visitors" compares something with a figure that was named before.
  const before = isKnown ? [] : tokens.slice(Math.max(0, first - maxOtherDistance), beforeBound);
  const close = [...before, ...tokens.slice(after, after + maxOtherDistance)];
  if (close.some(({ lower }) => otherFigure.has(lower))) return null;
  const years = new Set(figures.filter(({ kind }) => kind === 'year').map(({ value }) => value));
  const rate = readRate(tokens, after);
  const of = isWord(tokens[after], 'of', 'von') ? (tokens[after + 1]?.lower ?? null) : null;
  const words = around(maxDistance).flatMap(({ type, lower }) =>
    type === 'word' && lower.length >= minWordLength && !percentWord.test(lower) ? [lower] : [],
  );
  const befallen = new Set(around(maxDistance).flatMap(({ lower }) => fates.get(lower) ?? []));
  return { figure, sentence, rate, years, isKnown, of, fates: befallen, words: new Set(words) };
}

/** Whether an article or a possessive shows that a figure was named before: "the 72 protesters", "its cost of $2.3 billion". */
function isReferredTo(tokens: readonly Token[], figureStart: number): boolean {
  const [last, second, first] = [1, 2, 3].map((back) => tokens[figureStart - back]);
  const isDefinite = (token: Token | undefined) =>
    token !== undefined && (token.isPossessive || definite.test(token.lower));
  return isDefinite(last) || (isWord(last, 'of') && second?.type === 'word' && isDefinite(first));
}

/** Reads the unit that a figure is per: "a day", "pro Jahr". */
function readRate(tokens: readonly Token[], from: number): string {
  for (let index = from; index < from + maxRateDistance; index += 1) {
    const [word, unit] = [tokens[index]?.lower ?? '', tokens[index + 1]?.lower ?? ''];
    if (rates.test(word) && rateUnits.test(unit)) return unit;
  }
  return '';
}

/** The fates of people, by words in lower case. One fate excludes the others. */
const fates = new Map(
  Object.entries({
    dead: `dead died die dies death deaths killed kills kill killing victims fatalities fatality perished
    tot tote toten toter todesopfer todesopfern todesfälle todesfällen ums getötet starben gestorben umgekommen opfer opfern`,
    hurt: `injured wounded hurt injuries casualties verletzt verletzte verletzten verletzter verwundet verwundete verwundeten`,
    missing: 'missing vermisst vermisste vermissten',
    arrested: 'arrested detained arrests festgenommen festgenommene festgenommenen verhaftet verhaftete',
    homeless: 'homeless displaced evacuated obdachlos obdachlose evakuiert',
  }).flatMap(([fate, words]) => words.split(/\s+/).map((word) => [word, fate] as const)),
);

/** Words with which a text names a second figure on purpose. */
const otherFigure = new Set(
  `  another additional extra further more fewer less than compared versus rather instead another's remaining rest other others
  different increase increased rose risen grew grown fell fallen dropped declined climbed jumped doubled tripled cut
  estimate estimated estimates expected forecast predicted projected planned goal target limit maximum minimum average median record per each either between half third quarter budgeted corrected wrong wrongly mistakenly denied disputes
  weitere weiterer weiteren weiteres zusätzlich zusätzliche mehr weniger als statt verglichen gegenüber anders andere anderen
  übrigen restlichen stieg sank wuchs fiel gestiegen gesunken gewachsen gefallen erhöht gesenkt verdoppelt geschätzt geschätzte
  schätzung erwartet prognose geplant geplante ziel grenze höchstens mindestens durchschnitt durchschnittlich rekord je pro jeweils
  beide hälfte drittel viertel korrigiert irrtümlich bestreitet`.split(/\s+/),
);

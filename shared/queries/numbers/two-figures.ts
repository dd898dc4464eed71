import { type Figure, getInterval, getLastPlace, overlaps } from '../../reading/figures/figure';
import { groupBy } from '../../text/sequences/group-by';
import type { Query } from '../query';
import { fates, findMentions, isSameStem, type Mention } from './mentions';
import { type NumberText, quoteSpan } from './number-text';

/** The most figures with one unit that are compared with each other. A text with more has tables. */
const maxAlike = 80;
/** With more values than this for one unit, a text is about many things with that unit. */
const manyValues = 6;
/** Two numbers with so many digits are hardly the same but for two of them by chance. */
const manyDigits = 4;

/** How one number may have become another: two digits that changed places, or zeros or a "million" that slipped. */
type Slip = 'swapped' | 'scaled';

const slipReasons: Record<Slip, string> = {
  swapped: 'two digits have changed places',
  scaled: 'their digits are the same, and one is larger by a power of ten',
};

/** Raises a query where two sentences give one figure with two values that are a slip apart. */
export function findTwoFigures(numbers: NumberText): Query[] {
  const { draft } = numbers;
  const queries: Query[] = [];
  for (const alike of groupBy(
    findMentions(numbers),
    ({ figure, rate }) => `${figure.kind} ${figure.unit}/${rate}`,
  ).values()) {
    if (alike.length < 2 || alike.length > maxAlike) continue;
    const known = new Set<string>();
    const values = new Set(alike.map(({ figure }) => figure.value));
    for (const [index, a] of alike.entries())
      for (const b of alike.slice(index + 1)) {
        const slip =
          (a.unit === b.unit ? compare(a, b, values.size) : null) ??
          (isAlone(a, b, alike) ? compareReference(a, b) : null);
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

/** How a later figure with another noun differs from the one that its article or its digits make it refer to: "4,200 phones … the 42,000 handsets". */
function compareReference(a: Mention, b: Mention): Slip | null {
  const slip = a.figure.kind === 'percent' ? null : findSlip(a.figure, b.figure);
  if (slip === null || b.sentence <= a.sentence || b.sentence - a.sentence > maxApart) return null;
  if (hasOtherFate(a, b) || hasOtherTimes(a, b, true)) return null;
  if (a.of !== null && b.of !== null && a.of !== b.of) return null;
  const digits = Math.min(getDigits(a.figure).length, getDigits(b.figure).length);
  return b.isKnown || (slip === 'swapped' && digits > 2) ? slip : null;
}

/** How two figures may be one that was written two ways; null where one may be the other rounded. */
function findSlip(a: Figure, b: Figure): Slip | null {
  const [digitsA, digitsB] = [getDigits(a), getDigits(b)];
  // "About 14,500" is not 15,400 either.
  if (digitsA.length > 2 && isSwapped(digitsA, digitsB) && a.value < b.value * 10 && b.value < a.value * 10)
    return 'swapped';
  if (overlaps(getInterval(a), getInterval(b))) return null;
  if (digitsA === digitsB) return digitsA.length > 1 && a.kind !== 'percent' ? 'scaled' : null;
  return isSwapped(digitsA, digitsB) && a.value < b.value * 10 && b.value < a.value * 10 ? 'swapped' : null;
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

/** How two mentions differ if they are of one figure; null if they aren't, or agree. */
function compare(a: Mention, b: Mention, valueCount: number): Slip | null {
  const [one, other] = [a.figure, b.figure];
  if (a.sentence === b.sentence || one.value === other.value || one.value <= 0 || other.value <= 0)
    return null;
  const slip = findSlip(one, other);
  if (slip === null || hasOtherFate(a, b)) return null;
  const digits = Math.min(getDigits(one).length, getDigits(other).length);
  if (hasOtherTimes(a, b, b.isKnown && digits > 2)) return null;
  if (slip === 'swapped' && digits >= manyDigits) return slip;
  if (hasOtherNames(a, b)) return null;
  if (isReference(a, b, slip) && valueCount === 2) return slip;
  const shared = countShared(a.words, b.words);
  const smaller = Math.min(a.words.size, b.words.size);
  const needed = getNeeded(a, b, slip) + (valueCount > manyValues ? 1 : 0);
  if (shared < needed || shared < smaller * 0.25 || countShared(a.strongWords, b.strongWords) === 0)
    return null;
  return isSameTime(a, b) || shared >= needed + (b.isKnown ? 0 : 1) ? slip : null;
}

/**
 * Whether the later of two counts refers to the earlier one by its article: "3,200 households lost power … the 2,300 households".
 */
function isReference(a: Mention, b: Mention, slip: Slip): boolean {
  if (a.sentence > b.sentence) return false;
  const digits = Math.min(getDigits(a.figure).length, getDigits(b.figure).length);
  const isDated = digits > 2 && [...a.times].some((time) => /^\d{4}$/.test(time)) && isSameTime(a, b);
  if (a.figure.kind === 'money') return b.isKnown && slip === 'swapped';
  if (a.figure.kind !== 'number' || !(b.isKnown || isDated)) return false;
  return slip === 'swapped' || digits > 2;
}

/** Whether each says a time that the other does not. "The" figure is that of another day, but not of another year. */
function hasOtherTimes({ times: a }: Mention, { times: b }: Mention, isReferred: boolean): boolean {
  const isOther = (time: string, times: ReadonlySet<string>) =>
    !times.has(time) && (!isReferred || /^\d{4}$/.test(time));
  return [...a].some((time) => isOther(time, b)) && [...b].some((time) => isOther(time, a));
}

function isSameTime({ times: a }: Mention, { times: b }: Mention): boolean {
  return [...a].every((time) => b.has(time)) && [...b].every((time) => a.has(time));
}

/** How many words two mentions must share. */
function getNeeded(one: Mention, other: Mention, slip: Slip): number {
  const [a, b] = [one.figure, other.figure];
  const digits = Math.min(getDigits(a).length, getDigits(b).length);
  const hasDecimals = a.step < 1 && b.step < 1;
  const base = slip === 'swapped' || digits > 2 || a.scale !== b.scale ? 1 : 2;
  const ofKind = a.kind === 'percent' ? (hasDecimals ? 1 : 2) : 0;
  const forShort = digits === 2 && a.value < 100 && !hasDecimals ? 1 : 0;
  const isNamed = one.rate !== '' || other.isKnown ? 1 : 0;
  const isDated = one.times.size > 0 && isSameTime(one, other) ? 1 : 0;
  return Math.max(1, base + ofKind + forShort - isNamed - isDated - (one.isThing ? 1 : 0));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => [...b].some((other) => isSameStem(word, other))).length;
}

/** Whether the people of one figure died and those of the other were hurt, say: then they are not the same. */
function hasOtherFate({ words: a }: Mention, { words: b }: Mention): boolean {
  const [fatesA, fatesB] = [a, b].map((words) => fates.filter((fate) => words.has(fate)));
  if (!fatesA || !fatesB || fatesA.length === 0 || fatesB.length === 0) return false;
  return !fatesA.some((fate) => fatesB.includes(fate));
}

/** Whether each has a name that the other lacks, so that they may be about two subjects. */
function hasOtherNames(a: Mention, b: Mention): boolean {
  const lacks = (one: Mention, other: Mention) => [...one.names].some((name) => !other.names.has(name));
  return lacks(a, b) && lacks(b, a);
}

/** Whether the text has both values in one sentence, and so knows them to be two. */
function areTogether(a: Mention, b: Mention, alike: readonly Mention[]): boolean {
  return alike.some(
    (one) =>
      one.figure.value === a.figure.value &&
      alike.some((other) => other.sentence === one.sentence && other.figure.value === b.figure.value),
  );
}

import { groupBy } from '../../../text/sequences/group-by';
import type { Query } from '../../query';
import { type NumberText, quoteSpan } from '../number-text';
import { findSlip, getDigits, type Slip } from './compare-values';
import { isSameStem } from './context-words';
import { findMentions, type Mention } from './mentions';
import { fates } from './same-things';

/** The most figures with one unit that are compared with each other. A text with more has tables. */
const maxAlike = 80;
/** Numbers from here on that differ in one digit only are the same by a slip rather than by chance. */
const minLarge = 1_000;
/** The most that one count of a thing is of another that may be meant to be the same. */
const maxRatio = 1.6;
/** With more values than this for one unit, a text is about many things with that unit. */
const manyValues = 6;

const slipReasons: Record<Slip, string> = {
  swapped: 'two digits have changed places',
  mistyped: 'they differ in one digit',
  scaled: 'their digits are the same, and one is larger by a power of ten',
  other: 'the words around them are the same',
};

/** Raises a query where two sentences seem to give one figure with two values. */
export function findTwoFigures(numbers: NumberText): Query[] {
  const { draft } = numbers;
  const queries: Query[] = [];
  for (const alike of groupBy(findMentions(numbers), ({ unit, rate }) => `${unit}/${rate}`).values()) {
    if (alike.length < 2 || alike.length > maxAlike) continue;
    const known = new Set<string>();
    const values = new Set(alike.map(({ figure }) => figure.value));
    for (const [index, a] of alike.entries())
      for (const b of alike.slice(index + 1)) {
        const slip = compare(a, b, values.size);
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

/** How two mentions differ if they are of one figure; null if they aren't, or agree. */
function compare(a: Mention, b: Mention, valueCount: number): Slip | null {
  if (
    a.sentence === b.sentence ||
    a.figure.value === b.figure.value ||
    a.figure.value <= 0 ||
    b.figure.value <= 0
  )
    return null;
  const slip = findSlip(a.figure, b.figure);
  if (slip === null || hasOtherNames(a, b) || hasOtherFate(a, b)) return null;
  if (slip === 'other' && isFarApart(a, b)) return null;
  if (isReference(a, b, slip) && valueCount === 2 && !hasOtherTimes(a, b)) return slip;
  const shared = countShared(a.words, b.words);
  const smaller = Math.min(a.words.size, b.words.size);
  const needed = getNeeded(a, b, slip) + (valueCount > manyValues ? 1 : 0);
  if (shared < needed || shared < smaller * 0.25 || countShared(a.strongWords, b.strongWords) === 0)
    return null;
  if (isSameTime(a, b)) return slip;
  const isSilent = a.times.size === 0 || b.times.size === 0;
  return isSilent && slip !== 'other' && shared >= needed + (b.isKnown ? 0 : 1) ? slip : null;
}

/** Whether two values are too far apart to be counts of one thing. Amounts of money are compared by their words alone. */
function isFarApart({ figure: a, isThing }: Mention, { figure: b }: Mention): boolean {
  return isThing && Math.max(a.value, b.value) > Math.min(a.value, b.value) * maxRatio;
}

/**
 * Whether the later of two counts refers to the earlier one by its article, and differs by a slip: "3,200 households lost power …
 * the 2,300 households". Digits that differ by chance are rare in longer numbers alone.
 */
function isReference(a: Mention, b: Mention, slip: Slip): boolean {
  if (a.sentence > b.sentence || slip === 'other') return false;
  const digits = Math.min(getDigits(a.figure).length, getDigits(b.figure).length);
  const isDated = digits > 2 && [...a.times].some((time) => /^\d{4}$/.test(time)) && isSameTime(a, b);
  if (a.figure.kind === 'money') return b.isKnown && slip === 'swapped';
  if (a.figure.kind !== 'number' || !(b.isKnown || isDated)) return false;
  const isLarge = a.figure.value >= minLarge && b.names.size === 0;
  return slip === 'swapped' || digits > 2 || isLarge;
}

/** Whether each says a time that the other does not. */
function hasOtherTimes({ times: a }: Mention, { times: b }: Mention): boolean {
  return [...a].some((time) => !b.has(time)) && [...b].some((time) => !a.has(time));
}

function isSameTime({ times: a }: Mention, { times: b }: Mention): boolean {
  return [...a].every((time) => b.has(time)) && [...b].every((time) => a.has(time));
}

/** How many words two mentions must share. */
function getNeeded(one: Mention, other: Mention, slip: Slip): number {
  const [a, b] = [one.figure, other.figure];
  const digits = Math.min(getDigits(a).length, getDigits(b).length);
  const base = {
    swapped: 1,
    scaled: digits > 2 || a.scale !== b.scale ? 1 : 2,
    mistyped: digits > 2 ? 1 : 2,
    other: 3,
  }[slip];
  const hasDecimals = a.step < 1 && b.step < 1;
  const ofKind = a.kind === 'percent' ? (slip === 'swapped' && hasDecimals ? 1 : 2) : 0;
  const forShort = digits < 2 || (digits === 2 && a.value < 100 && !hasDecimals) ? 1 : 0;
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

import type { Query } from '../../query';
import { formatCalculated, type NumberText, quoteSpan } from '../number-text';
import { type Figure, type Interval, overlaps } from '../parse/figure';
import { findAll } from '../parse/find-all';
import { getFigure, type Phrase } from '../parse/phrase';
import { checkPoints } from './check-points';
import { createPercentageQuery } from './create-percentage-query';
import { percentagePatterns } from './percentage-patterns';
import { getChange, getExactInterval, getRatio, getShareInterval } from './share-intervals';

/** Raises a query where a percentage or a part in words does not follow from the numbers beside it: "412 against 340, a third more". */
export function findWrongPercentages({ draft, phrases, language }: NumberText): Query[] {
  const patterns = percentagePatterns[language];
  if (!patterns) return [];
  return phrases.flatMap((phrase) => {
    if (phrase.figures.length < 2) return [];
    const queries = phrase.figures.some(({ kind }) => kind === 'percent' || kind === 'fraction')
      ? [...checkChanges(draft, phrase, patterns), ...checkShares(draft, phrase, patterns)]
      : [];
    const multiples = checkMultiples(draft, phrase, patterns.multiples);
    return dropRepeated([...queries, ...multiples, ...checkPoints(draft, phrase, patterns.points)]);
  });
}

type Draft = NumberText['draft'];

function matchAll(patterns: readonly RegExp[], { encoded }: Phrase): RegExpExecArray[] {
  return patterns.flatMap((pattern) => findAll(pattern, encoded));
}

function checkChanges(
  draft: Draft,
  phrase: Phrase,
  { changes, unorderedChanges }: { changes: readonly RegExp[]; unorderedChanges: readonly RegExp[] },
): Query[] {
  const check = (isOrdered: boolean) => (match: RegExpExecArray) =>
    checkChange(draft, phrase, match, isOrdered);
  return [
    ...matchAll(changes, phrase).flatMap(check(true)),
    ...matchAll(unorderedChanges, phrase).flatMap(check(false)),
  ];
}

function checkChange(draft: Draft, phrase: Phrase, { groups }: RegExpExecArray, isOrdered: boolean): Query[] {
  const before = getFigure(phrase, groups?.before);
  const after = getFigure(phrase, groups?.after);
  const share = getFigure(phrase, groups?.share);
  if (!before || !after || !share || !isSameKind(before, after)) return [];
  if (isTime(phrase, groups?.before) || isTime(phrase, groups?.after)) return [];
  const [from, to] = [getExactInterval(before), getExactInterval(after)];
  const change = getChange(from, to);
  const opposite = isOrdered ? null : getChange(to, from);
  if (!change || overlaps(change, getShareInterval(share))) return [];
  if (opposite && overlaps(opposite, getShareInterval(share))) return [];
  const percent = formatPercent(Math.abs(after.value - before.value) / before.value);
  const sum = `From ${quoteSpan(draft, before)} to ${quoteSpan(draft, after)} is a change of ${percent}`;
  return [
    createPercentageQuery([before, after, share], `${sum}, and the text has ${quoteSpan(draft, share)}.`),
  ];
}

function checkShares(
  draft: Draft,
  phrase: Phrase,
  { shares, whole, part }: { shares: readonly RegExp[]; whole: RegExp; part: RegExp },
): Query[] {
  const found = matchAll(shares, phrase).map(({ groups }) => groups);
  for (const match of findAll(whole, phrase.encoded)) {
    const rest = phrase.encoded.slice(match.index + match[0].length);
    for (const { groups } of findAll(part, rest)) found.push({ ...groups, whole: match.groups?.whole ?? '' });
  }
  return found.flatMap((groups): Query[] => {
    const [part, whole, share] = [groups?.part, groups?.whole, groups?.share].map((sign) =>
      getFigure(phrase, sign),
    );
    if (!part || !whole || !share || part.value > whole.value || whole.value < 3) return [];
    const ratio = getRatio(getExactInterval(part), getExactInterval(whole));
    if (!ratio || overlaps(ratio, getShareInterval(share))) return [];
    const percent = formatPercent(part.value / whole.value);
    const sum = `${quoteSpan(draft, part)} of ${quoteSpan(draft, whole)} is ${percent}`;
    return [
      createPercentageQuery([part, whole, share], `${sum}, and the text has ${quoteSpan(draft, share)}.`),
    ];
  });
}

function checkMultiples(
  draft: Draft,
  phrase: Phrase,
  multiples: readonly (readonly [number, RegExp])[],
): Query[] {
  return multiples.flatMap(([factor, pattern]) =>
    findAll(pattern, phrase.encoded).flatMap(({ groups }): Query[] => {
      const before = getFigure(phrase, groups?.before);
      const after = getFigure(phrase, groups?.after);
      if (!before || !after || !isSameKind(before, after)) return [];
      const ratio = getRatio(getExactInterval(after), getExactInterval(before));
      if (!ratio || overlaps(ratio, widen(factor))) return [];
      const times = formatCalculated(after.value / before.value, 2);
      const sum = `From ${quoteSpan(draft, before)} to ${quoteSpan(draft, after)} is ${times} times as much`;
      return [createPercentageQuery([before, after], `${sum}, and the text has “${groups?.verb ?? ''}”.`)];
    }),
  );
}

/** The factors that "doubled" may stand for, with and without "more than" or "nearly" before it. */
function widen(factor: number): Interval {
  return { low: factor * 0.88, high: factor * 1.25 };
}

const timeUnit =
  /^[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sekunden?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?|jahrzehnten?)(?!\p{L})/iu;
/** How far behind its sign the unit of a number is looked for. */
const unitReach = 14;

/** Whether a number counts time, as "two" does in "18 % higher than two years ago". */
function isTime({ encoded }: Phrase, sign = ''): boolean {
  const behind = encoded.indexOf(sign) + 1;
  return timeUnit.test(encoded.slice(behind, behind + unitReach));
}

function isSameKind(a: Figure, b: Figure): boolean {
  // "From 28 million to 38 million euros" leaves out the unit of the first number, and so does "40 million pounds from 28 million".
  const [bare, full] = a.kind === 'number' ? [a, b] : [b, a];
  const leavesOutUnit =
    bare.kind === 'number' && ['money', 'measure'].includes(full.kind) && a.scale > 1 && a.scale === b.scale;
  return ((a.kind === b.kind && a.unit === b.unit) || leavesOutUnit) && a.value !== b.value;
}

function formatPercent(share: number): string {
  return `${formatCalculated(share * 100, 1)} %`;
}

/** The queries without those about a share that another is about: several patterns may find one statement. */
function dropRepeated(queries: readonly Query[]): Query[] {
  const known = new Set<number>();
  return queries.filter(({ places }) => {
    const last = places.at(-1)?.end ?? 0;
    if (known.has(last)) return false;
    known.add(last);
    return true;
  });
}

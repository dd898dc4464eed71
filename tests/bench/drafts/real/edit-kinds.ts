import type { Random } from '../../support/random';

/** A kind of edit: what it replaces, and by what. */
export interface EditKind {
  name: string;
  pattern: RegExp;
  /** The replacement for a match; null where it would change nothing. */
  replace(match: string, random: Random): string | null;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

function getNext(list: readonly string[], word: string): string {
  return list[(list.indexOf(word) + 1) % list.length] ?? word;
}

const units: Record<string, string> = {
  percent: 'percentage points',
  '%': ' points',
  million: 'billion',
  billion: 'million',
  dollars: 'euros',
  days: 'weeks',
  weeks: 'months',
  months: 'years',
  years: 'months',
  hours: 'minutes',
  minutes: 'hours',
  $: '€',
};

/** Edits that may change what a sentence says. */
export const materialEdits: readonly EditKind[] = [
  {
    name: 'number',
    pattern: /\d/g,
    replace: (digit, random) => String((Number(digit) + 1 + random.below(9)) % 10),
  },
  {
    name: 'name',
    pattern: /(?<=[a-z,] )[A-Z][a-z]{2,}(?=[ ,.])/g,
    replace: (name) => (months.includes(name) || days.includes(name) ? null : 'Solvane'),
  },
  { name: 'date', pattern: new RegExp(months.join('|'), 'g'), replace: (month) => getNext(months, month) },
  { name: 'weekday', pattern: new RegExp(days.join('|'), 'g'), replace: (day) => getNext(days, day) },
  {
    name: 'unit',
    pattern: /\b(?:percent|million|billion|dollars|days|weeks|months|years|hours|minutes)\b|%|\$(?=\d)/g,
    replace: (unit) => units[unit] ?? null,
  },
  {
    name: 'negation',
    pattern: /\b(?:is|are|was|were|can|will|would|should|has|have)\b(?! not)/g,
    replace: (verb) => `${verb} not`,
  },
  { name: 'negation removed', pattern: / not(?= )/g, replace: () => '' },
];

/** Edits that can't change what a sentence says. */
export const styleEdits: readonly EditKind[] = [
  { name: 'straight quotes', pattern: /[“”‘’]/g, replace: (mark) => (/[“”]/.test(mark) ? '"' : "'") },
  { name: 'curly apostrophes', pattern: /(?<=[a-z])'(?=[a-z])/g, replace: () => '’' },
  { name: 'two spaces', pattern: / /g, replace: () => '  ' },
  { name: 'other dashes', pattern: / [–—] |—|–/g, replace: (dash) => dash.replace(/[–—]/, '-') },
  { name: 'comma removed', pattern: /(?<=[a-z]), (?=[a-z])/g, replace: () => ' ' },
  { name: 'comma added', pattern: /(?<=[a-z]) (?=[a-z])/g, replace: () => ', ' },
];

import type { NumberLanguage } from './text-language';

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
  const own = language === 'en' ? englishScales : otherScales;
  return scales.get(word) ?? own.get(word) ?? (language === 'other' ? null : (dozens.get(word) ?? null));
}

/** The scales that stand directly behind the digits of an amount of money: $12bn, £3m, $40k. */
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

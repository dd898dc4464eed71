import type { Random } from '../../../../support/random';
import { between, falsify, mistype, type Phrasing, startSentence } from './phrasing';

const format = (value: number) => value.toLocaleString('de-DE');

function writePair(
  isHeldBack: boolean,
  { factor, low, high }: { factor: number; low: number; high: number },
  write: (from: string, to: string) => string,
): Phrasing {
  return {
    rule: 'unit',
    isHeldBack,
    write(random, _, isWrong) {
      const value = between(random, low, high);
      const converted = Math.round(value * factor);
      return [write(format(value), format(isWrong ? falsify(random, converted) : converted))];
    },
  };
}

/** German statements with a quantity in two units. */
export const germanUnits: readonly Phrasing[] = [
  writePair(
    false,
    { factor: 1.609344, low: 12, high: 95 },
    (a, b) => `Der Weg ist ${a} Meilen (${b} Kilometer) lang.`,
  ),
  writePair(
    false,
    { factor: 0.4047, low: 110, high: 390 },
    (a, b) => `Der Park misst ${a} Acres, umgerechnet ${b} Hektar.`,
  ),
  writePair(
    true,
    { factor: 1.852, low: 15, high: 55 },
    (a, b) => `In jener Nacht wehte ein Wind von ${a} Knoten (${b} km/h).`,
  ),
  writePair(false, { factor: 1.3596, low: 110, high: 390 }, (a, b) => `Der Motor leistet ${a} kW (${b} PS).`),
  writePair(
    true,
    { factor: 0.3048, low: 1_100, high: 8_900 },
    (a, b) => `Der Gipfel liegt auf ${a} Fuß, das sind ${b} Meter.`,
  ),
];

const seen = { rule: 'figure', isHeldBack: false } as const;
const heldBack = { rule: 'figure', isHeldBack: true } as const;
const again = (random: Random, value: number, isWrong: boolean) => (isWrong ? mistype(random, value) : value);

/** German statements that give one figure twice. */
export const germanFigures: readonly Phrasing[] = [
  {
    ...seen,
    write(random, _, isWrong) {
      const cost = between(random, 123, 879);
      return [
        `Die neue Turnhalle kostet ${cost} Millionen Euro.`,
        `Kritiker halten die ${again(random, cost, isWrong)} Millionen Euro für die Turnhalle für zu viel.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const count = between(random, 1_234, 9_876);
      return [
        `${format(count)} Briefe über ${topic} kamen bei der Zeitung an.`,
        `Alle ${format(again(random, count, isWrong))} Briefe hat die Zeitung beantwortet.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const area = between(random, 123, 987);
      return [
        `Der Stadt gehören ${area} Hektar Wald am Fluss.`,
        `Auf einer Karte sind die ${again(random, area, isWrong)} Hektar Wald grün.`,
      ];
    },
  },
  {
    ...seen,
    write(random, _, isWrong) {
      const count = between(random, 12, 89);
      return [
        `Das Archiv zählt ${count}.000 Besucher im Jahr.`,
        `${startSentence('mit')} ${again(random, count, isWrong)}.000 Besuchern im Jahr ist das Archiv bekannt.`,
      ];
    },
  },
];

import type { Random } from '../../../../support/random';
import { between, falsify, mistype, type Phrasing, startSentence } from './phrasing';

const format = (value: number) => value.toLocaleString('en-GB');

/** A value in one unit and the same, or not, in another. */
function convertBy(factor: number, low: number, high: number) {
  return (random: Random, isWrong: boolean): [string, string] => {
    const value = between(random, low, high);
    const converted = Math.round(value * factor);
    return [format(value), format(isWrong ? falsify(random, converted) : converted)];
  };
}

function writePair(
  isHeldBack: boolean,
  convert: (random: Random, isWrong: boolean) => [string, string],
  write: (from: string, to: string) => string,
): Phrasing {
  return { rule: 'unit', isHeldBack, write: (random, _, isWrong) => [write(...convert(random, isWrong))] };
}

const celsius = (random: Random, isWrong: boolean): [string, string] => {
  const value = between(random, 11, 34);
  return [String(value), String(Math.round(value * 1.8 + 32) + (isWrong ? 7 : 0))];
};

/** English statements with a quantity in two units. */
export const englishUnits: readonly Phrasing[] = [
  writePair(false, convertBy(1.609344, 12, 95), (a, b) => `The path is ${a} miles (${b} km) long.`),
  writePair(false, celsius, (a, b) => `It was ${a} °C (${b} °F) in the hall.`),
  writePair(true, convertBy(3.785, 110, 390), (a, b) => `The tank holds ${a} gallons, or ${b} litres.`),
  writePair(false, convertBy(0.4047, 110, 390), (a, b) => `The park covers ${a} acres (${b} hectares).`),
  writePair(
    false,
    convertBy(0.4536, 110, 390),
    (a, b) => `The bell is a ${a}-pound (${b} kg) piece of bronze.`,
  ),
  writePair(true, convertBy(1.852, 15, 55), (a, b) => `A wind of ${a} knots (${b} km/h) blew that night.`),
  writePair(false, convertBy(0.0929, 1_100, 8_900), (a, b) => `The hall measures ${a} sq ft (${b} m²).`),
  writePair(true, convertBy(3.2808, 310, 2_900), (a, b) => `The road climbs to ${a} metres (${b} feet).`),
];

const seen = { rule: 'figure', isHeldBack: false } as const;
const heldBack = { rule: 'figure', isHeldBack: true } as const;
const again = (random: Random, value: number, isWrong: boolean) => (isWrong ? mistype(random, value) : value);

/** English statements that give one figure twice. */
export const englishFigures: readonly Phrasing[] = [
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const cost = between(random, 123, 879);
      return [
        `The new hall for ${topic} will cost ${cost} million dollars.`,
        `Critics call the $${again(random, cost, isWrong)} million for the hall a waste.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const count = between(random, 12, 89) * 1_000;
      return [
        `The archive of ${topic} counts ${format(count)} visitors a year.`,
        `With ${format(again(random, count / 1_000, isWrong) * 1_000)} visitors a year, the archive is well known.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const cost = between(random, 123, 879);
      return [
        `The council pays $${cost},000 for the playground.`,
        `Now $${again(random, cost, isWrong)},000 for the playground is missing from the budget of the council.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const count = between(random, 1_234, 9_876);
      return [
        `${format(count)} letters about ${topic} arrived at the newspaper.`,
        `All ${format(again(random, count, isWrong))} letters were answered by the newspaper.`,
      ];
    },
  },
  {
    ...seen,
    write(random, { topic }, isWrong) {
      const area = between(random, 123, 987);
      return [
        `${startSentence(topic)} owns ${area} hectares of forest near the river.`,
        `A map shows the ${again(random, area, isWrong)} hectares of forest in green.`,
      ];
    },
  },
  {
    ...heldBack,
    write(random, _, isWrong) {
      const count = between(random, 1_234, 9_876);
      return [
        `The strike kept ${format(count)} nurses at home.`,
        `Among the ${format(again(random, count, isWrong))} nurses on strike were many from small hospitals.`,
      ];
    },
  },
];

import type { Random } from '../../../support/random';

/** A slip of a typist: a name misspelt, or null where the name gives no occasion. */
type Slip = (name: string, random: Random) => string | null;

const neighbourKeys = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'];

/** The places within a name, its first letter and its last left out, at which a test holds. */
function findPlaces(name: string, holds: (at: number) => boolean): number[] {
  return Array.from({ length: Math.max(0, name.length - 2) }, (_, index) => index + 1).filter(holds);
}

function at(places: readonly number[], random: Random, change: (place: number) => string): string | null {
  const place = places[random.below(places.length)];
  return place === undefined ? null : change(place);
}

/** Replaces one of two spellings by the other, whichever the name has. */
function exchange(a: string, b: string): Slip {
  return (name) => {
    const found = [
      [a, b],
      [b, a],
    ].find(([from = '']) => name.indexOf(from, 1) > 0);
    if (!found) return null;
    const [from = '', to = ''] = found;
    const index = name.indexOf(from, 1);
    return name.slice(0, index) + to + name.slice(index + from.length);
  };
}

const umlauts: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['ö', 'o'],
  ['ü', 'u'],
  ['ä', 'a'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ä', 'ae'],
];

export const slips: Readonly<Record<string, Slip>> = {
  swapped: (name, random) =>
    at(
      findPlaces(name, (place) => name[place] !== name[place + 1]),
      random,
      (place) => name.slice(0, place) + name.charAt(place + 1) + name.charAt(place) + name.slice(place + 2),
    ),
  doubled: (name, random) =>
    at(
      findPlaces(
        name,
        (place) => /[bdfglmnprst]/.test(name.charAt(place)) && name[place] !== name[place + 1],
      ),
      random,
      (place) => name.slice(0, place) + name.charAt(place) + name.slice(place),
    ),
  dropped: (name, random) =>
    at(
      findPlaces(name, (place) => name[place] !== name[place + 1]),
      random,
      (place) => name.slice(0, place) + name.slice(place + 1),
    ),
  'y/i': exchange('y', 'i'),
  'ph/f': exchange('ph', 'f'),
  'ie/ei': exchange('ie', 'ei'),
  'ss/ß': exchange('ss', 'ß'),
  umlaut: (name, random) => {
    const [umlaut, plain] = random.pick(umlauts);
    return exchange(umlaut, plain)(name, random);
  },
  'neighbouring key': (name, random) =>
    at(
      findPlaces(name, (place) => neighbourKeys.some((row) => row.includes(name.charAt(place)))),
      random,
      (place) => {
        const row = neighbourKeys.find((keys) => keys.includes(name.charAt(place))) ?? '';
        const key = row.indexOf(name.charAt(place));
        return name.slice(0, place) + (row[key + 1] ?? row.charAt(key - 1)) + name.slice(place + 1);
      },
    ),
  'no longer doubled': (name, random) =>
    at(
      findPlaces(name, (place) => name[place] === name[place + 1]),
      random,
      (place) => name.slice(0, place) + name.slice(place + 1),
    ),
  'c/k': exchange('c', 'k'),
  'other vowel': (name, random) =>
    at(
      findPlaces(name, (place) => /[aeiou]/.test(name.charAt(place))),
      random,
      (place) => name.slice(0, place) + (name[place] === 'e' ? 'a' : 'e') + name.slice(place + 1),
    ),
};

/** Kinds that the rules were not tuned on. */
export const heldBackKinds: ReadonlySet<string> = new Set([
  'neighbouring key',
  'no longer doubled',
  'c/k',
  'other vowel',
  'opening mark',
]);

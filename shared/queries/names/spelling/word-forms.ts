import { findDifference } from './near-keys';

/** Letters that make another form of a word at its end: plurals, genitives, people of a place, feminine names. */
const endings = /^[snderiaoymt]$/u;

const nounEnding = /(?:(?:er|l|n)?inn?(?:en)?|ern|ers|ens|en|er|es|em|ns|e|n|s)$/u;

/**
 * Whether two keys are forms of one word: they differ by an ending alone, except a last letter that is doubled or swapped. German
 * nouns have more endings.
 */
export function isOtherForm(a: string, b: string, isGerman: boolean): boolean {
  const { start, endA, endB } = findDifference(a, b);
  if (isPeopleOf(a, b) || isPeopleOf(b, a) || (isGerman && toStem(a) === toStem(b))) return true;
  if (endA < a.length || endB < b.length) return false;
  const [endingA, endingB] = [a.slice(start), b.slice(start)];
  if (endingA.length + endingB.length === 1) {
    const ending = endingA + endingB;
    // `Runnin’` is how a song writes `Running`.
    if (ending === 'g' && a[start - 1] === 'n') return true;
    return endings.test(ending) && ending !== a[start - 1];
  }
  return endingA.length <= 1 && endingB.length <= 1 && !/^(?:iy|yi)$/u.test(endingA + endingB);
}

/** Texas and Texans. */
function isPeopleOf(place: string, people: string): boolean {
  return /as$/u.test(place) && people === `${place.slice(0, -1)}ns`;
}

/** A German noun without its ending: `Lehrerin` and `Lehrern` are forms of one word. */
function toStem(key: string): string {
  return key.replace(nounEnding, '');
}

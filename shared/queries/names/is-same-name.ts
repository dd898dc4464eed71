import { isTitle } from '../../text/words-around-names';
import { isKnownWord, type Names } from './name-words';
import { findDifference, isOneSlipApart, isSwapped, toSoundKey } from './near-keys';
import type { NameUse, Spelling } from './spellings';

const minLength = 5;
/** Shorter German nouns are like too many others. */
const minNounLength = 7;
/** Shorter names that sound alike are the same name, and so are those beside the same other name. */
const minCertainLength = 4;

/** Names of months that are one slip apart. */
const months = new Set(['juni', 'juli', 'june', 'july', 'junio', 'julio', 'junho', 'julho']);

/** A name and how it is likely misspelt. */
export interface NamePair {
  usual: Spelling;
  odd: Spelling;
}

/**
 * Whether two spellings that look alike are one name, rather than two forms of a word or two names. Beside the same other name
 * (Ada Smith and Ada Smyth) a slip is enough; alone, the odd spelling has to be rarer, no word that dictionaries list, and
 * different within the word.
 */
export function isSameName(
  { usual, odd }: NamePair,
  names: Names,
  getUse: (spelling: Spelling) => NameUse,
): boolean {
  const shorter = Math.min(usual.key.length, odd.key.length);
  if (shorter < minCertainLength || names.lower.has(odd.key) || months.has(odd.key)) return false;
  const isShared = sharesNeighbour(usual, odd);
  const soundsAlike = isAlike(usual, odd);
  if (!isShared && (areNamedApart(usual, odd) || (names.lower.has(usual.key) && !soundsAlike))) return false;
  if (usual.key === odd.key) return isVariant({ usual, odd }, isShared, names, getUse);
  if (isKnownWord(odd.key) && !(soundsAlike && isShared)) return false;
  if (isOtherForm(usual.key, odd.key, names.capitalizesNouns))
    return isSamePerson({ usual, odd }, names, getUse);
  // Two people of one surname are both named again; a slip is made once.
  if (isShared) return soundsAlike || (isOneSlipApart(usual.key, odd.key) && isMuchRarer(usual, odd));
  // A word that the text also writes in lower case has a capital letter by chance.
  if (names.lower.has(usual.key) && (usual.occurrences.length < 2 || shorter < minLength)) return false;
  if (names.capitalizesNouns && !mayBeNames(usual, odd, getUse)) return false;
  if (soundsAlike) return shorter >= minLength && usual.key[0] === odd.key[0] && isMuchRarer(usual, odd);
  return shorter >= minLength && isSwapOrLater(usual.key, odd.key) && isMuchRarer(usual, odd);
}

/** Endings that German and English give a name: `Webers Haus`, `the Webers`. */
const nameEnding = /^(?:e?s|en|n)?$/u;

/**
 * Whether two spellings that differ by an ending are of one person all the same: names have no other forms than the genitive and
 * the plural. Both stand beside the same first name, or sound alike where one of them is a person's.
 */
function isSamePerson(
  { usual, odd }: NamePair,
  names: Names,
  getUse: (spelling: Spelling) => NameUse,
): boolean {
  const { start } = findDifference(usual.key, odd.key);
  const [a, b] = [usual.key.slice(start), odd.key.slice(start)];
  const isName = getUse(usual) === 'person' || getUse(odd) === 'person';
  const isInflected = nameEnding.test(a) && nameEnding.test(b);
  if (isInflected)
    return !names.capitalizesNouns && getUse(usual) === 'person' && isTitled(odd) && !isPlural(odd);
  if (haveCommon(usual.lefts, odd.lefts)) return isName || !names.capitalizesNouns;
  // "Reinhardt" is no surname in "Reinhard Weber".
  if (odd.rights.size > 0 || usual.rights.size > 0) return false;
  return isName && isAlike(usual, odd) && isMuchRarer(usual, odd) && usual.key.length >= minLength;
}

/** Whether a title stands before every occurrence: `Mr Kalnin`. */
function isTitled({ occurrences }: Spelling): boolean {
  return occurrences.every(({ left }) => left !== null && isTitle(left.key));
}

/** Whether an article makes a family of the name: `the Kalnins`. */
function isPlural({ occurrences }: Spelling): boolean {
  return occurrences.some(({ previous }) => previous === 'the');
}

/**
 * Whether words that have capital letters anyway are names. Nouns often sound alike (`Stadt`, `Staat`) or differ by their first
 * letters alone (`Aufgabe`, `Ausgabe`), so there it has to be a person, or a long name.
 */
function mayBeNames(usual: Spelling, odd: Spelling, getUse: (spelling: Spelling) => NameUse): boolean {
  const uses = [getUse(usual), getUse(odd)];
  if (uses.includes('person')) return true;
  if (!uses.includes('name') || Math.min(usual.key.length, odd.key.length) < minNounLength) return false;
  if (isAlike(usual, odd) || isSwapped(usual.key, odd.key)) return true;
  return usual.occurrences.length > 1 && !differsAtStart(usual.key, odd.key);
}

/** The same letters with other accents or capitals: Müller and Muller, GitHub and Github. */
function isVariant(
  { usual, odd }: NamePair,
  isShared: boolean,
  names: Names,
  getUse: (spelling: Spelling) => NameUse,
): boolean {
  if (isShared) return true;
  if (names.lower.has(usual.key) || isKnownWord(usual.key)) return false;
  const isAccent = usual.text.toLowerCase() !== odd.text.toLowerCase();
  return (
    !(isAccent && names.capitalizesNouns) ||
    getUse(usual) === 'person' ||
    (getUse(usual) === 'name' && getUse(odd) === 'name')
  );
}

function isAlike(a: Spelling, b: Spelling): boolean {
  return toSoundKey(a.key) === toSoundKey(b.key);
}

function sharesNeighbour(a: Spelling, b: Spelling): boolean {
  return haveCommon(a.lefts, b.lefts) || haveCommon(a.rights, b.rights);
}

/** Whether both are parts of longer names, and of different ones: Ada Brown and Ben Browne. */
function areNamedApart(a: Spelling, b: Spelling): boolean {
  const isApart = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
    left.size > 0 && right.size > 0 && !haveCommon(left, right);
  return isApart(a.lefts, b.lefts) || (a.key !== b.key && isApart(a.rights, b.rights));
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const key of small) if (large.has(key)) return true;
  return false;
}

/** Two names that are alike by chance are both used; a slip is made once, or a few times. */
function isMuchRarer(usual: Spelling, odd: Spelling): boolean {
  const count = odd.occurrences.length;
  return count === 1 || usual.occurrences.length >= count * 2;
}

function differsAtStart(a: string, b: string): boolean {
  return findDifference(a, b).start < 3;
}

/** Names that differ in their first letter are different names, unless it was swapped with the second. */
function isSwapOrLater(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** Letters that make another form of a word at its end: plurals, genitives, people of a place, feminine names. */
const endings = /^[snderiaoymt]$/u;

const nounEnding = /(?:(?:er|l|n)?inn?(?:en)?|ern|ers|ens|en|er|es|em|ns|e|n|s)$/u;

/**
 * Whether two keys are forms of one word: they differ by an ending alone, except a last letter that is doubled or swapped. German
 * nouns have more endings.
 */
function isOtherForm(a: string, b: string, isGerman: boolean): boolean {
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

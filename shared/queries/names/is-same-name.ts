import { isCommonWord } from '#shared/text/common-words.ts';
import { isTitle } from '#shared/text/words-around-names.ts';
import type { Names } from './name-words.ts';
import { findDifference, isOneSlipApart, isSwapped, toSoundKey } from './near-keys.ts';
import type { NameUse, Spelling } from './spellings.ts';

const minLength = 5;
/** Shorter German nouns look like too many others. */
const minNounLength = 7;
/** Shorter names are never compared. From this length on, names that stand beside the same other name may be one. */
const minCertainLength = 4;

/** Names of months that differ by one letter from another month. */
const months = new Set(['juni', 'juli', 'june', 'july', 'junio', 'julio', 'junho', 'julho']);

/** A name and its likely misspelling. */
export interface NamePair {
  usual: Spelling;
  odd: Spelling;
}

/**
 * Whether two spellings that look alike are one name, rather than two names or two forms of a word. One slip is enough beside the
 * same other name (Ada Smith and Ada Smyth). Otherwise the odd spelling has to be rarer, must not be a common word, and must differ
 * within the word.
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
  if (isCommonWord(odd.key) && !(soundsAlike && isShared)) return false;
  if (isOtherForm(usual.key, odd.key, names.capitalizesNouns))
    return isSamePerson({ usual, odd }, names, getUse);
  // Two people with one surname are each named several times, but a slip is rare.
  if (isShared) return soundsAlike || (isOneSlipApart(usual.key, odd.key) && isMuchRarer(usual, odd));
  // A word that the text also writes in lower case is hardly a name.
  if (names.lower.has(usual.key) && (usual.occurrences.length < 2 || shorter < minLength)) return false;
  if (names.capitalizesNouns && !mayBeNames(usual, odd, getUse)) return false;
  if (soundsAlike) return shorter >= minLength && usual.key[0] === odd.key[0] && isMuchRarer(usual, odd);
  return shorter >= minLength && isSwapOrLater(usual.key, odd.key) && isMuchRarer(usual, odd);
}

/** Endings of names in German and English: `Webers Haus`, `the Webers`. */
const nameEnding = /^(?:e?s|en|n)?$/u;

/**
 * Whether two spellings that differ by an ending name one person: names have no other endings than the genitive and the plural.
 * Both have to stand beside the same first name, or one has to be a person's and both sound alike.
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
  // The first name of "Reinhard Weber" is no misspelling of the surname "Reinhardt".
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
 * Whether two words are names in a text that capitalizes all nouns. Nouns often sound alike (`Stadt`, `Staat`) or differ only in
 * their first letters (`Aufgabe`, `Ausgabe`), so one has to be a person's name, or both long names.
 */
function mayBeNames(usual: Spelling, odd: Spelling, getUse: (spelling: Spelling) => NameUse): boolean {
  const uses = [getUse(usual), getUse(odd)];
  if (uses.includes('person')) return true;
  if (!uses.includes('name') || Math.min(usual.key.length, odd.key.length) < minNounLength) return false;
  if (isAlike(usual, odd) || isSwapped(usual.key, odd.key)) return true;
  return usual.occurrences.length > 1 && !differsAtStart(usual.key, odd.key);
}

/** Whether two spellings of the same letters are one name: Müller and Muller, GitHub and Github. */
function isVariant(
  { usual, odd }: NamePair,
  isShared: boolean,
  names: Names,
  getUse: (spelling: Spelling) => NameUse,
): boolean {
  if (isShared) return true;
  if (names.lower.has(usual.key) || isCommonWord(usual.key)) return false;
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

/** Whether the two are parts of different longer names: Ada Brown and Ben Browne. */
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

/** Whether one spelling is rare, as slips are. Two names that are alike by chance are both used often. */
function isMuchRarer(usual: Spelling, odd: Spelling): boolean {
  const count = odd.occurrences.length;
  return count === 1 || usual.occurrences.length >= count * 2;
}

function differsAtStart(a: string, b: string): boolean {
  return findDifference(a, b).start < 3;
}

/** Whether two keys have the same first letter, or their first two letters swapped. Otherwise they are different names. */
function isSwapOrLater(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** Last letters that make another form of a word: plurals, genitives, people of a place, feminine names. */
const endings = /^[snderiaoymt]$/u;

const nounEnding = /(?:(?:er|l|n)?inn?(?:en)?|ern|ers|ens|en|er|es|em|ns|e|n|s)$/u;

/**
 * Whether two keys are forms of one word: only their endings differ. A doubled or swapped last letter is a slip, not an ending.
 * German nouns have more endings.
 */
function isOtherForm(a: string, b: string, isGerman: boolean): boolean {
  const { start, endA, endB } = findDifference(a, b);
  if (isPeopleOf(a, b) || isPeopleOf(b, a) || (isGerman && toStem(a) === toStem(b))) return true;
  if (endA < a.length || endB < b.length) return false;
  const [endingA, endingB] = [a.slice(start), b.slice(start)];
  if (endingA.length + endingB.length === 1) {
    const ending = endingA + endingB;
    // Song titles write `Runnin’` for `Running`.
    if (ending === 'g' && a[start - 1] === 'n') return true;
    return endings.test(ending) && ending !== a[start - 1];
  }
  return endingA.length <= 1 && endingB.length <= 1 && !/^(?:iy|yi)$/u.test(endingA + endingB);
}

/** Whether one word names the people of a place: Texas and Texans. */
function isPeopleOf(place: string, people: string): boolean {
  return /as$/u.test(place) && people === `${place.slice(0, -1)}ns`;
}

/** Cuts the ending off a German noun: `Lehrerin` and `Lehrern` are forms of one word. */
function toStem(key: string): string {
  return key.replace(nounEnding, '');
}

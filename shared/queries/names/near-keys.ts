import { groupBy } from '#shared/text/sequences/group-by.ts';
import type { Spelling } from './spellings.ts';

/** At most this many spellings of one name are paired, so that the number of pairs stays linear. */
const maxAlike = 8;
/** Shorter names, in letters, look like too many others. */
const minLength = 4;
/** Only the first names of a text, up to this many, are compared. A long book has fewer. */
const maxNames = 20_000;

/** Pairs spellings that have the same letters, are one slip apart, or sound alike. Takes linear time. */
export function pairSpellings(spellings: readonly Spelling[]): [Spelling, Spelling][] {
  const long = spellings.filter(({ key }) => key.length >= minLength).slice(0, maxNames);
  const byKey = groupBy(long, ({ key }) => key);
  const keys = [...byKey.keys()];
  const pairs = [...byKey.values()].flatMap(pairAll);
  const seen = new Set<string>();
  const addKeys = (a: string, b: string) => {
    if (seen.has(`${a} ${b}`) || seen.has(`${b} ${a}`)) return;
    seen.add(`${a} ${b}`);
    const [first, second] = [byKey.get(a)?.[0], byKey.get(b)?.[0]];
    if (first && second)
      pairs.push([mostFrequent(byKey.get(a) ?? [], first), mostFrequent(byKey.get(b) ?? [], second)]);
  };
  for (const [a, b] of pairNearKeys(keys)) addKeys(a, b);
  for (const alike of groupBy(keys, toSoundKey).values()) for (const [a, b] of pairAll(alike)) addKeys(a, b);
  return pairs;
}

function pairAll<T>(items: readonly T[]): [T, T][] {
  const few = items.slice(0, maxAlike);
  return few.flatMap((item, index) => few.slice(index + 1).map((other): [T, T] => [item, other]));
}

function mostFrequent(spellings: readonly Spelling[], first: Spelling): Spelling {
  return spellings.reduce(
    (best, other) => (other.occurrences.length > best.occurrences.length ? other : best),
    first,
  );
}

/** A key is compared with at most this many keys in one bucket, so that the number of pairs stays linear. */
const maxBucket = 12;
/** At most this many pairs are returned. */
const maxPairs = 20_000;

/**
 * Pairs the keys that are one slip apart: a letter added, dropped or replaced, or two neighbours swapped. Takes time linear in the
 * number of keys: each key goes into a bucket for itself without each of its letters, and near keys share a bucket.
 */
export function pairNearKeys(keys: readonly string[]): [string, string][] {
  const buckets = new Map<string, string[]>();
  const seen = new Set<string>();
  const pairs: [string, string][] = [];
  for (const key of keys) {
    for (const form of listDeletions(key)) {
      const bucket = buckets.get(form);
      if (!bucket) {
        buckets.set(form, [key]);
        continue;
      }
      for (const other of bucket) {
        const id = `${other} ${key}`;
        if (other === key || seen.has(id) || !isOneSlipApart(other, key)) continue;
        seen.add(id);
        pairs.push([other, key]);
        if (pairs.length === maxPairs) return pairs;
      }
      if (bucket.length < maxBucket) bucket.push(key);
    }
  }
  return pairs;
}

function listDeletions(key: string): Set<string> {
  const forms = new Set([key]);
  for (let at = 0; at < key.length; at += 1) forms.add(key.slice(0, at) + key.slice(at + 1));
  return forms;
}

/** Whether one insertion, deletion, replacement or swap of neighbours turns one key into the other. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const { start, endA, endB } = findDifference(a, b);
  return (endA - start <= 1 && endB - start <= 1) || isSwapped(a, b);
}

/** Whether two neighbouring letters have changed places. */
export function isSwapped(a: string, b: string): boolean {
  const { start, endA, endB } = findDifference(a, b);
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Finds where two keys differ: both from `start`, the first up to `endA` and the second up to `endB`. */
export function findDifference(a: string, b: string): { start: number; endA: number; endB: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return { start, endA, endB };
}

/** Pairs of spellings that sound alike in English or German names, in the order in which they are replaced. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ß/gu, 'ss'],
  [/^geo(?=f)/gu, 'je'],
  [/x/gu, 'ks'],
  [/[æ]|ae/gu, 'a'],
  [/[øœ]|oe/gu, 'o'],
  [/ue/gu, 'u'],
  [/ph|v/gu, 'f'],
  [/ck|q|c(?=[aourlk])|c$/gu, 'k'],
  [/th|dt/gu, 't'],
  [/tz/gu, 'z'],
  [/y|j$/gu, 'i'],
  [/a[iy]|e[iy]/gu, 'ei'],
  [/(?<=[aeioun])h(?![aeiou])/gu, ''],
  [/(\p{L})\1+/gu, '$1'],
  [/(?<=[^aeiou])e$/gu, ''],
  [/d$/gu, 't'],
];

/**
 * Converts a name (in lower case without accents) to a key that is equal for spellings that sound alike: Smith and Smyth, Steven and
 * Stephen, Mueller and Muller, Browne and Brown.
 */
export function toSoundKey(key: string): string {
  return alike.reduce((folded, [spelling, plain]) => folded.replace(spelling, plain), key);
}

import { groupBy } from '../../../text/sequences/group-by';
import { pairNearKeys } from './near-keys';
import { toSoundKey } from './sound-key';
import type { Spelling } from './spellings';

/** More spellings of one name than this are not paired, so that no text makes all pairs. */
const maxAlike = 8;
/** Shorter names, in letters, are like too many others. */
const minLength = 4;
/** At most this many different names are compared, the first ones: more than a long book has. */
const maxNames = 20_000;

/** Pairs the spellings that look or sound alike, in linear time: the same letters, one slip apart, or the same sound. */
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

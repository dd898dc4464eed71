/** Keys that share a deletion with more keys than this are compared with that many of them alone, so that no text makes all pairs. */
const maxBucket = 12;
/** At most this many pairs are returned. */
const maxPairs = 20_000;

/**
 * Pairs the keys that are one slip apart: a letter added, dropped or replaced, or two neighbours swapped. Linear in the number of
 * keys: each is filed under itself without one of its letters, where all keys that are near it are filed as well.
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

/** Whether one insertion, deletion, replacement or swap of neighbours makes one key of the other. */
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

/** Where two keys differ: both from `start`, one to `endA` and the other to `endB`. */
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

import type { PackageParts } from '../../../zip/unpack-parts';

/** Ids from here on are skipped when the largest one is looked for, so that the next one stays a 32-bit integer. */
const largestUsual = 1_000_000_000;

/**
 * Hands out ids that no annotation in any part of a file has: comments, tracked changes, bookmarks, permissions and others share
 * one space of numbers (ECMA-376, part 1: 17.13.3).
 */
export function createUnusedIds(parts: PackageParts): () => number {
  const used = new Set<number>();
  let last = 0;
  for (const xml of parts.values())
    for (const [, digits] of xml.matchAll(/[\s:]id\s*=\s*["']\s*(\d{1,10})\s*["']/g)) {
      const id = Number(digits);
      used.add(id);
      if (id < largestUsual) last = Math.max(last, id);
    }
  return () => {
    do last += 1;
    while (used.has(last));
    return last;
  };
}

import type { PackageParts } from '../../../zip/unpack-parts';

/** Ids are signed numbers of 32 bits; from here up they are left alone, so that there is room for more. */
const roomLimit = 2 ** 30;

/** Attributes before the id may contain anything, `>` included. */
const createPattern = (elements: string) =>
  new RegExp(
    `<(?:[\\w.-]+:)?(?:${elements})(?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*?\\s+(?:[\\w.-]+:)?id\\s*=\\s*["']\\s*(\\d+)`,
    'g',
  );

/** The first number from which on no element of these names has an id in any part; `elements` are joined by `|`. */
export function getNextId(parts: PackageParts, elements: string, lowest: number): number {
  const pattern = createPattern(elements);
  let next = lowest;
  for (const xml of parts.values())
    for (const [, id] of xml.matchAll(pattern))
      if (Number(id) < roomLimit) next = Math.max(next, Number(id) + 1);
  return next;
}

import { formatPlayingTime } from '../../text/format/numbers';
import type { Block } from './draft';

/** Where a block begins in the original: on a page, or at a time of a recording. */
export type Place = Pick<Block, 'page' | 'startsAtMs'>;

export const noPlace: Place = { page: null, startsAtMs: null };

/** Finds the place where the block at a UTF-16 offset begins. */
export function findPlace(blocks: readonly Block[], offset: number): Place {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const { page, startsAtMs } = blocks[low - 1] ?? noPlace;
  return { page, startsAtMs };
}

/** Describes a place, as `page 3` or `12:30`; null when the original has neither. `pageWord` precedes the number of a page. */
export function describePlace({ page, startsAtMs }: Place, pageWord: string): string | null {
  if (page !== null) return `${pageWord} ${page}`;
  return startsAtMs === null ? null : formatPlayingTime(startsAtMs);
}

/** Describes the place of a block, unless the block before it begins at the same. */
export function describeNewPlace(
  place: Place,
  before: Place | null | undefined,
  pageWord: string,
): string | null {
  const isSame = before?.page === place.page && before.startsAtMs === place.startsAtMs;
  return isSame ? null : describePlace(place, pageWord);
}

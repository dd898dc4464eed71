import type { StateInline } from 'markdown-it';

/** Longest content of a mark, in UTF-16 code units. */
const maxContentLength = 5_000;

interface Stretch {
  start: number;
  end: number;
}

/** Where each closing was last searched for in vain, so that a text in which many marks stay open is searched once. */
const searchedInVain = new WeakMap<StateInline, Map<string, Stretch>>();

/** The UTF-16 offset of the closing of a mark whose content begins at `start`; -1 when it has none. */
export function findClosing(state: StateInline, closing: string, start: number): number {
  const end = Math.min(state.posMax, start + maxContentLength);
  const stretches = searchedInVain.get(state) ?? new Map<string, Stretch>();
  const last = stretches.get(closing);
  const isSearched = last !== undefined && last.start <= start;
  // A closing may begin in the stretch and end after it.
  const from = isSearched ? Math.max(start, last.end - closing.length + 1) : start;
  const index = state.src.slice(from, end).indexOf(closing);
  if (index >= 0) return from + index;
  stretches.set(closing, { start, end: isSearched ? Math.max(end, last.end) : end });
  searchedInVain.set(state, stretches);
  return -1;
}

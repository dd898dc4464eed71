import { plainSigns } from './characters/typographic-variants';
import type { Span } from './span';

/** Folds case and typography without changing any offset: a letter whose lower case is longer stays as it is. */
function fold(text: string): string {
  const lower = Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
  return plainSigns(lower);
}

/** A text made ready for being searched; folding a long one takes longer than searching it. */
export interface Searchable {
  readonly folded: string;
}

export function searchable(text: string): Searchable {
  return { folded: fold(text) };
}

/**
 * Where the words stand, whatever their case and whether their quotes, dashes and spaces are plain or typographic: in
 * order, without overlaps, as UTF-16 spans. Nothing is found for nothing.
 */
export function findAll(text: Searchable, query: string): Span[] {
  const wanted = fold(query);
  if (wanted.trim() === '') return [];
  const found: Span[] = [];
  for (let at = text.folded.indexOf(wanted); at !== -1; at = text.folded.indexOf(wanted, at + wanted.length))
    found.push({ start: at, end: at + wanted.length });
  return found;
}

import { replaceTypographicVariants } from './characters/folding.ts';
import type { Span } from './span.ts';

/** Finds the occurrences of one string in another, overlapping ones too, at most `max`. Returns UTF-16 offsets, in order. */
export function findOccurrences(text: string, part: string, max: number): number[] {
  const offsets: number[] = [];
  let offset = text.indexOf(part);
  for (; offset !== -1 && offsets.length < max; offset = text.indexOf(part, offset + 1)) offsets.push(offset);
  return offsets;
}

/** Folds case and typography without moving any offset: a letter stays as it is where its lower case is longer. */
function foldInPlace(text: string): string {
  const lower = Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
  return replaceTypographicVariants(lower);
}

/** A text that is ready to be searched. Preparing a long text takes longer than searching it, so it is done once. */
export interface SearchableText {
  /** The text with case and typography folded; its offsets are those of the text. */
  readonly folded: string;
}

/** Prepares a text for `findInText`, in time proportional to its length. Offsets stay as they are. */
export function toSearchableText(text: string): SearchableText {
  return { folded: foldInPlace(text) };
}

/**
 * Finds a query as typed, whatever its case and whether its quotes, dashes and spaces are plain or typographic. The UTF-16
 * spans are in order and do not overlap. A query of white space alone finds nothing.
 */
export function findInText(text: SearchableText, query: string): Span[] {
  return findPrepared(text, toSearchableText(query));
}

/** As `findInText`, for a query that is looked for in many texts and was prepared for it once. */
export function findPrepared(text: SearchableText, { folded: wanted }: SearchableText): Span[] {
  if (wanted.trim() === '') return [];
  const matches: Span[] = [];
  let start = text.folded.indexOf(wanted);
  for (; start !== -1; start = text.folded.indexOf(wanted, start + wanted.length))
    matches.push({ start, end: start + wanted.length });
  return matches;
}

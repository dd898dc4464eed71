import type { LeakLevel } from '../leak';
import type { ConfidentialTerm } from '../terms/confidential-term';

/** Where a term occurs in the parts of a report. Offsets and lengths count letters and digits in their normalized form. */
export interface Occurrence {
  term: ConfidentialTerm;
  /** The index of the part. */
  partIndex: number;
  /** From the start of the first part. */
  offset: number;
  /** From the start of its part. */
  offsetInPart: number;
  length: number;
}

/** A text that is searched, and how a message names it. */
export interface SearchedPart {
  name: string;
  text: string;
}

/** Orders by offset; of occurrences that begin together, the longest and surest first. */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    a.offset - b.offset ||
    b.length - a.length ||
    Number(a.term.level === 'possible') - Number(b.term.level === 'possible') ||
    // The same word may be a term with a capital letter and another one without. The text without secrets must name the same one.
    Number(b.term.isCapitalized === true) - Number(a.term.isCapitalized === true)
  );
}

/** Leaves out occurrences inside of a longer one that says as much: the surname in a full name. */
export function removeCovered(sorted: readonly Occurrence[]): Occurrence[] {
  const ends: Record<LeakLevel, number> = { certain: -1, possible: -1 };
  return sorted.filter(({ term: { level }, offset, length }) => {
    const end = offset + length;
    if (end <= ends.certain || (level === 'possible' && end <= ends.possible)) return false;
    ends[level] = Math.max(ends[level], end);
    return true;
  });
}

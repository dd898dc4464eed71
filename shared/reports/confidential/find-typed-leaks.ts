import { findItemName } from '../extract/report-part';
import { createLeaks } from './create-leaks';
import type { Leak } from './leak';
import { compareOccurrences, type Occurrence, removeCovered } from './search/occurrence';
import type { SearchText } from './search/search-text-builder';
import type { ConfidentialTerm } from './terms/confidential-term';
import type { TypedString } from './terms/typed-strings';

/** How much around the words of a leak has to be in the report as well, in normalized UTF-16 code units. */
const contextLength = 12;

/** How sure it is that a term in a typed string reveals something; null when it says nothing there. */
function rateInString(
  { level, publicIn, isOfAuthor, isAlwaysAsked, isProse }: ConfidentialTerm,
  { field: { whole, isPublished, isAboutPublicSource } }: TypedString,
): Leak['level'] | null {
  if (isProse === true && isPublished && isAboutPublicSource === true) return null;
  const isWhole = publicIn === undefined && isOfAuthor !== true;
  if (level === 'possible') return isPublished && isAlwaysAsked !== true ? null : level;
  if (!isPublished) return isOfAuthor === true ? 'possible' : level;
  return isWhole ? whole : 'possible';
}

/** The strings that are searched, their text in the form of the search, and where terms occur that are not public. */
export interface FoundInStrings {
  strings: readonly TypedString[];
  text: SearchText;
  occurrences: readonly Occurrence[];
}

/** The finished report: its characters in the form of the search, and the terms that were found in it already. */
interface SearchedReport {
  characters: string;
  excess: readonly Occurrence[];
  parts: readonly { name: string }[];
  getClaimId: (place: string) => string | null;
}

/**
 * Describes the leaks in the typed strings that the report prints: not every format prints all of them. Certain ones that were found in
 * the same claim or source already are not repeated.
 */
export function createTypedLeaks(
  { strings, text, occurrences }: FoundInStrings,
  { characters, excess, parts, getClaimId }: SearchedReport,
): Leak[] {
  if (occurrences.length === 0) return [];
  const known = new Set(
    excess.map(({ term, partIndex }) => {
      const name = partIndex === null ? undefined : parts[partIndex]?.name;
      return `${term.description}\n${findItemName(name ?? '')}`;
    }),
  );
  const open = occurrences.flatMap((occurrence): Occurrence[] => {
    const { term, partIndex, offset, length } = occurrence;
    const string = strings[partIndex ?? -1];
    const level = string ? rateInString(term, string) : null;
    if (!string || level === null) return [];
    const item = findItemName(string.name);
    if (level === 'certain' && item !== null && known.has(`${term.description}\n${item}`)) return [];
    const start = Math.max(text.textEnds[(partIndex ?? 0) - 1] ?? 0, offset - contextLength);
    const end = Math.min(text.textEnds[partIndex ?? 0] ?? 0, offset + length + contextLength);
    const isPrinted =
      string.field.isPrintedAnyway === true || characters.includes(text.characters.slice(start, end));
    return isPrinted ? [{ ...occurrence, term: { ...term, level } }] : [];
  });
  return createLeaks(removeCovered(open.sort(compareOccurrences)), { parts: strings, getClaimId });
}

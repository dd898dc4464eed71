import { z } from 'zod';
import { describeLeaks } from '../base/leak.ts';
import type { ConfidentialTerm } from './search/confidential-term.ts';
import { countFound, createTermSearch, sumOccurrences, type TermCounts } from './search/term-search.ts';

/**
 * A place in a written file, and the text in it. `text` is what a reader of the document reads: the words of the report may be in it.
 * `hidden` is all else, such as properties, settings and names of parts, where only the title and byline may be repeated.
 */
const packagePlaceSchema = z.strictObject({
  /** How a message names it, such as `a comment`. */
  name: z.string(),
  kind: z.enum(['text', 'hidden']),
  text: z.string(),
});

export type PackagePlace = z.infer<typeof packagePlaceSchema>;

/** Everything in a written zip of parts, such as a Word file. `why` completes a sentence that begins with "The file". */
export const packageTextsSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('read'), places: z.array(packagePlaceSchema) }),
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type PackageTexts = z.infer<typeof packageTextsSchema>;

/** The name of the place that holds the article. Where else the same words stand is named first. */
export const mainTextPlace = 'the text of the file';

function listNames(counts: TermCounts, term: ConfidentialTerm): string[] {
  return [...(counts.get(term)?.keys() ?? [])];
}

/**
 * Finds confidential terms in the author's file, into which a report will be written. In what readers read, a term may occur as often as in
 * the shown draft; elsewhere only where it is part of the title or byline. Returns a sentence for each term and place; empty when nothing
 * was found.
 */
export function findLeaksInPackage(
  places: readonly PackagePlace[],
  terms: readonly ConfidentialTerm[],
): string[] {
  if (terms.length === 0) return [];
  const search = createTermSearch(terms);
  const count = (kind: PackagePlace['kind']) =>
    countFound(
      search,
      places.filter((place) => place.kind === kind),
    );
  const [inText, inHidden] = [count('text'), count('hidden')];
  return describeLeaks(
    terms.map((term) => {
      const { inText: allowed = 0, inProperties = false } = term.allowance ?? {};
      const names = sumOccurrences(inText, term) > allowed ? listNames(inText, term) : [];
      const beside = names.filter((name) => name !== mainTextPlace);
      const hidden = inProperties ? [] : listNames(inHidden, term);
      return [term, [...(beside.length > 0 ? beside : names), ...hidden]] as const;
    }),
  );
}

import { describeLeaks } from '../confidential/describe-leaks';
import { countFound, sumOccurrences, type TermCounts } from '../confidential/search/count-terms';
import { createTermSearch } from '../confidential/search/term-search';
import type { ConfidentialTerm } from '../confidential/terms/confidential-term';
import type { PackagePlace } from './package-texts';

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

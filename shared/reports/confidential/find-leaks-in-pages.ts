import { describeLeaks } from './describe-leaks';
import { acrossPages, countTerms, sumOccurrences } from './search/count-terms';
import type { ConfidentialTerm } from './terms/confidential-term';

/**
 * Finds confidential terms in a printed file. `pages` are the texts of its pages, `properties` other text in it, such as its
 * title. Spaces and hyphens of printed pages are unreliable, so longer terms are found without them, and across two pages.
 * A term that may occur in the pages is reported without a page: it is not known which occurrence is the leak. Returns a
 * sentence for each term and page; empty when nothing was found. The content of the report was searched before, by
 * `leak-search.ts`; this search finds what only the printing brought in.
 */
export function findLeaksInPages(
  pages: readonly string[],
  properties: readonly string[],
  terms: readonly ConfidentialTerm[],
): string[] {
  if (terms.length === 0) return [];
  const inPages = countTerms(
    terms,
    pages.map((text, index) => ({ name: `page ${index + 1}`, text })),
    { spacing: 'unreliable', crossesParts: true },
  );
  const inProperties = countTerms(
    terms,
    properties.map((text) => ({ name: 'the properties of the file', text })),
    { spacing: 'unreliable', crossesParts: false },
  );
  const leaks = terms.map((term): [ConfidentialTerm, string[]] => {
    const { inText = 0, onEachPage = 0, inProperties: isAllowedInProperties = false } = term.allowance ?? {};
    const allowed = inText + onEachPage * pages.length;
    const pageNames = Array.from(inPages.get(term)?.keys() ?? []).filter((name) => name !== acrossPages);
    const reported = allowed > 0 || pageNames.length === 0 ? [acrossPages] : pageNames;
    const names = sumOccurrences(inPages, term) > allowed ? reported : [];
    return [term, isAllowedInProperties ? names : [...names, ...(inProperties.get(term)?.keys() ?? [])]];
  });
  return describeLeaks(leaks);
}

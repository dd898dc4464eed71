import type { ConfidentialTerm } from './confidential-terms';
import { acrossPages, countTerms, sumOccurrences } from './count-terms';
import { describeLeaks } from './describe-leaks';

/**
 * Finds confidential terms in a printed file. `pages` are the texts of its pages, `properties` other text in it, such as its
 * title. Spaces and hyphens of printed pages are unreliable, so longer terms are found without them, and across two pages.
 * A term that may occur in the pages is reported without a page: it is not known which occurrence is the leak. Returns a
 * sentence for each term and page; empty when nothing was found. The search, step by step:
 *
 *     confidential-terms.ts    collects the terms of a review: term-candidates.ts lists the strings, term-variants.ts other
 *                              forms of them, and is-identifying.ts leaves out what identifies nobody
 *     normalize-for-search.ts  normalizes terms and texts
 *     search-patterns.ts       makes a pattern of each term
 *     multi-pattern-search.ts  finds all patterns in one pass, with pattern-index.ts
 *     count-terms.ts           counts the matches of each term in each part of a text
 *     describe-leaks.ts        describes the leaks
 *
 * The content of a report (make-report.ts) and a copied claim (find-leaks-in-claim.ts) are searched in the same way. The same
 * text made without anything confidential shows what may stay there:
 *
 *     already-public.ts        checks which fields repeat only what the article says anyway
 *     redact-review.ts         removes everything confidential from the review
 *     leak-allowances.ts       allows as many occurrences as that text has, in a report also for its printed pages
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

import type { ReportPart } from '../extract/report-part';
import { createLeaks, sortLeaks } from './create-leaks';
import { type DatedPlaces, findDatedPlaces } from './find-dated-places';
import { splitByOpenItems } from './find-open-places';
import { createTypedLeaks, type FoundInStrings } from './find-typed-leaks';
import type { Leak } from './leak';
import {
  type Allowances,
  addPackageAllowances,
  addPrintAllowances,
  listExcess,
  type OwnTexts,
} from './leak-allowances';
import type { RedactedText } from './redacted-text';
import { countTerms, type TermCounts } from './search/count-terms';
import { normalizeForSearch } from './search/normalize-for-search';
import type { Occurrence } from './search/occurrence';
import type { SearchText } from './search/search-text-builder';
import { createTermSearch, type TermSearch } from './search/term-search';
import type { ConfidentialTerm } from './terms/confidential-term';
import type { TypedString } from './terms/typed-strings';

/** The rules for the text of a report or of a claim: the terms that it may not contain, and where they are public. */
export interface SearchRules {
  terms: readonly ConfidentialTerm[];
  /** The text of the article: a part of a name in it is no leak. */
  articleTexts: readonly string[];
  /** The texts that a file of the article has by itself. */
  ownTexts: OwnTexts;
  /** The strings that people typed and the text prints (`terms/typed-strings.ts`). */
  typedStrings: readonly TypedString[];
  /** Dates and places that say together which source it was. */
  datedPlaces: DatedPlaces;
  /** Lists the quotations and notes of each source, under its id. */
  listSourceTexts: () => Pick<ReportPart, 'name' | 'text'>[];
  /** Redacts everything confidential in it. `terms` are those that may not be repeated anywhere. */
  redact: (terms: readonly ConfidentialTerm[]) => RedactedText;
  /** The claim that a part belongs to; null when it is none. */
  getClaimId: (place: string) => string | null;
  /** Whether the text is printed or written into a package of parts, which has to be searched as well. */
  isWrittenAs: 'print' | 'package' | null;
}

/** A run of words that was written about this many sources is the reviewer’s formula. */
const minFormulaSources = 3;

/** Finds the runs of words that say nothing about one source, because they were written about several. */
function findFormulas(
  { listSourceTexts }: SearchRules,
  search: TermSearch,
  isSearched: (term: ConfidentialTerm) => boolean,
): ConfidentialTerm[] {
  const options = {
    keepsCovered: true,
    isSearched: (term: ConfidentialTerm) => term.isRun === true && isSearched(term),
  };
  const sources = new Map<ConfidentialTerm, Set<number | null>>();
  for (const { term, partIndex } of search.findOccurrences(listSourceTexts(), options))
    sources.set(term, (sources.get(term) ?? new Set()).add(partIndex));
  return Array.from(sources).flatMap(([term, indexes]) => (indexes.size >= minFormulaSources ? term : []));
}

/** Finds the terms that the article makes public, and with a word of a name the forms of that word. */
function findTermsOfArticle({ terms, articleTexts }: SearchRules, search: TermSearch): Set<ConfidentialTerm> {
  const found = search.findTerms(articleTexts, ({ publicIn }) => publicIn !== undefined);
  const words = new Set(Array.from(found, ({ text }) => text));
  for (const term of terms) if (term.formOf !== undefined && words.has(term.formOf)) found.add(term);
  return found;
}

/**
 * Finds the terms that may be repeated anywhere, because they are public, and where the others occur in typed strings. Both
 * take one search.
 */
function searchStrings(
  rules: SearchRules,
  search: TermSearch,
): { publicTerms: ReadonlySet<ConfidentialTerm>; inStrings: FoundInStrings } {
  const publicTerms = findTermsOfArticle(rules, search);
  const isLeft = (term: ConfidentialTerm) => !publicTerms.has(term);
  const strings = rules.typedStrings.filter(({ field }) => field.isRedacted !== true);
  const text = normalizeForSearch(strings.map((one) => one.text));
  const found = search.findOccurrences(strings, {
    ...{ text, keepsCovered: true, isSearched: isLeft },
    // Such a term is not searched for any more: it can be in each of thousands of quotations.
    onFound: ({ term, partIndex }) => {
      if (term.publicIn === 'report' && strings[partIndex ?? -1]?.field.isAboutPublicSource)
        publicTerms.add(term);
    },
  });
  const isRunLeft = (term: ConfidentialTerm) => term.publicIn === 'report' && isLeft(term);
  for (const term of findFormulas(rules, search, isRunLeft)) publicTerms.add(term);
  const occurrences = found.filter(({ term }) => isLeft(term));
  return { publicTerms, inStrings: { strings, text, occurrences } };
}

/**
 * Finds what the text may contain of the terms that were found in it, and the occurrences for which that matters. Only the
 * claims and sources that need it are rendered again.
 */
function findAllowances(
  occurrences: readonly Occurrence[],
  publicTerms: ReadonlySet<ConfidentialTerm>,
  parts: readonly ReportPart[],
  text: SearchText,
  redacted: RedactedText,
): { allowances: Allowances; open: readonly Occurrence[] } {
  const anywhere = new Set(publicTerms);
  const terms = [...new Set(occurrences.map(({ term }) => term))];
  if (terms.length === 0) return { allowances: { anywhere, counts: new Map() }, open: [] };
  const { open, unchanged, items } = splitByOpenItems(occurrences, parts, text, redacted);
  const counts: TermCounts = open.length === 0 ? new Map() : countTerms(terms, redacted.render(items));
  const kept = new Set([...unchanged.map(({ term }) => term), ...counts.keys()]);
  for (const term of kept) if (term.publicIn === 'report') anywhere.add(term);
  return { allowances: { anywhere, counts }, open };
}

/** Leaks in a text, and the terms for which its print has to be searched, with what the print may contain of them. */
export interface FoundLeaks {
  leaks: Leak[];
  confidentialTerms: ConfidentialTerm[];
}

/** Searches the text of a report, which is given in parts. */
export type LeakSearch = (parts: readonly ReportPart[]) => FoundLeaks;

/**
 * Prepares the search for leaks in the text of a report: everything that does not need the text is done at once, so that it
 * can be done while the report is rendered. The search, step by step:
 *
 *     terms/confidential-terms.ts      collects the terms of a review: whole values and their parts
 *     search/term-search.ts            finds them: first in the article, in what is said about public sources, and in what was
 *                                      written about several sources; those are public. Then the others in the parts of the
 *                                      text, also in disguise (search/find-disguised.ts) and misspelled (search/find-misspelled.ts)
 *     find-typed-leaks.ts              finds them in all that people typed and the text prints (terms/typed-strings.ts), as far as the
 *                                      comparison below can't; find-dated-places.ts finds dates beside places there
 *     already-public.ts                checks which fields repeat only what the article says anyway
 *     redact-review.ts                 removes everything confidential from the review; the same text made from the result shows
 *                                      what may stay
 *     find-open-places.ts              leaves out what touches no redacted text, so that little of it has to be made
 *     leak-allowances.ts               subtracts what may stay
 *     create-leaks.ts                  describes what is left, and locate-claims.ts the claim that it belongs to
 *
 * In the folder terms/, term-candidates.ts lists the strings of a source with term-variants.ts, name-parts.ts,
 * name-forms.ts and contact-parts.ts, annotation-candidates.ts those of annotations with open-text-candidates.ts, `shared/text/common-words.ts`
 * rates single words, and is-identifying.ts leaves out what identifies nobody. In search/, normalize-for-search.ts normalizes terms and texts, search-patterns.ts makes a pattern of each term, and
 * multi-pattern-search.ts finds all patterns: at the start of words (find-at-words.ts) or anywhere (find-anywhere.ts). A copied
 * claim (find-leaks-in-claim.ts) is searched in the same way, a printed file with find-leaks-in-pages.ts.
 */
export function prepareLeakSearch(rules: SearchRules): LeakSearch {
  const { terms, redact, getClaimId, isWrittenAs } = rules;
  if (terms.length === 0) return () => ({ leaks: [], confidentialTerms: [] });
  const search = createTermSearch(terms);
  // Public terms are not searched for: they can be in each of thousands of claims.
  const { publicTerms, inStrings } = searchStrings(rules, search);
  const isSearched = (term: ConfidentialTerm) => !publicTerms.has(term);
  const dated = findDatedPlaces(rules.typedStrings, rules.datedPlaces);
  const redacted = redact(terms.filter(isSearched));
  const addAllowances = (found: Parameters<typeof addPrintAllowances>[2], parts: readonly ReportPart[]) => {
    if (isWrittenAs === null) return [];
    if (isWrittenAs === 'print') return addPrintAllowances(terms, parts, found);
    return addPackageAllowances(terms, parts, rules.ownTexts, found);
  };
  return (parts) => {
    const text = normalizeForSearch(parts.map((part) => part.text));
    const occurrences = search.findOccurrences(parts, { text, isSearched });
    const { allowances, open } = findAllowances(occurrences, publicTerms, parts, text, redacted);
    const excess = listExcess(open, parts, allowances);
    const searched = { characters: text.characters, excess, parts, getClaimId };
    return {
      leaks: sortLeaks([
        ...createLeaks(excess, { parts, getClaimId }),
        ...createTypedLeaks(inStrings, searched),
        ...createTypedLeaks(dated, searched),
      ]),
      confidentialTerms: addAllowances({ occurrences, excess, allowances }, parts),
    };
  };
}

import { fileHeadPart, type ReportPart } from '../extract/report-part';
import { countTerms, sumOccurrences, type TermCounts } from './search/count-terms';
import { normalizeText } from './search/normalize-words';
import type { Occurrence } from './search/occurrence';
import type { ConfidentialTerm } from './terms/confidential-term';

/** The occurrences of confidential terms that a report may contain. */
export interface Allowances {
  /** Terms that may be repeated anywhere, because they are public where their `publicIn` says. */
  anywhere: ReadonlySet<ConfidentialTerm>;
  /** How often the others occur in the same parts of the report without anything confidential. */
  counts: TermCounts;
}

/** The texts that a file of the article has by itself: its title and byline, and the words and links of its text. */
export interface OwnTexts {
  head: readonly string[];
  body: string;
}

/** The occurrences in a text, those in excess, and what was allowed. */
interface FoundOccurrences {
  occurrences: readonly Occurrence[];
  excess: readonly Occurrence[];
  allowances: Allowances;
}

/** Finds the occurrences that are more than their part may contain. The first ones in a part may stay. */
export function listExcess(
  occurrences: readonly Occurrence[],
  parts: readonly Pick<ReportPart, 'name'>[],
  { anywhere, counts }: Allowances,
): Occurrence[] {
  const left = new Map<ConfidentialTerm, Map<string, number>>();
  return occurrences.filter(({ term, partIndex }) => {
    if (anywhere.has(term)) return false;
    const name = partIndex === null ? undefined : parts[partIndex]?.name;
    if (name === undefined) return true;
    const ofTerm = left.get(term) ?? new Map(counts.get(term) ?? []);
    left.set(term, ofTerm);
    const remaining = ofTerm.get(name) ?? 0;
    if (remaining > 0) ofTerm.set(name, remaining - 1);
    return remaining === 0;
  });
}

/**
 * Adds to each certain term how often it may occur in the file that is written from these parts: as often as it does without what is
 * in excess, and as often as in the article, which a file of the author's has of its own. Only the title and the byline may be
 * repeated where readers don't see it. Terms that may occur anywhere are left out, and so are possible ones.
 */
export function addPackageAllowances(
  terms: readonly ConfidentialTerm[],
  parts: readonly ReportPart[],
  { head, body }: OwnTexts,
  found: Pick<FoundOccurrences, 'excess' | 'allowances'>,
): ConfidentialTerm[] {
  const searched = terms.filter((term) => term.level === 'certain' && !found.allowances.anywhere.has(term));
  const inParts = countTerms(searched, [...parts, { name: 'the text of the article', text: body }]);
  const inTitle = countTerms(
    searched,
    head.map((text) => ({ name: fileHeadPart, text })),
  );
  const excess = countExcess(found.excess);
  return searched.map((term) => {
    const inText = Math.max(0, sumOccurrences(inParts, term) - (excess.get(term) ?? 0));
    const inProperties = inTitle.has(term);
    return inText === 0 && !inProperties
      ? term
      : { ...term, allowance: { inText, onEachPage: 0, inProperties } };
  });
}

function countExcess(excess: readonly Occurrence[]): Map<ConfidentialTerm, number> {
  const counts = new Map<ConfidentialTerm, number>();
  for (const { term } of excess) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** In letters and digits: shorter parts of a name occur in the words that a line or a page breaks. */
const minPrintedPartLength = 8;

function isReliableInPrint({ text, publicIn }: ConfidentialTerm): boolean {
  return publicIn === undefined || normalizeText(text).length >= minPrintedPartLength;
}

/**
 * Adds to each certain term how often it may occur in the file that is printed from these parts: as often as it does without
 * what is in excess, and as often as its characters occur by chance when spaces are ignored. Terms that may occur anywhere
 * are left out, and so are possible ones: what a reviewer confirmed in the text may stay in its print.
 */
export function addPrintAllowances(
  terms: readonly ConfidentialTerm[],
  parts: readonly ReportPart[],
  found: FoundOccurrences,
): ConfidentialTerm[] {
  const visible = parts.filter(({ isVisible }) => isVisible);
  const hidden = parts.filter(({ isVisible }) => !isVisible);
  const searched = terms.filter(
    (term) => term.level === 'certain' && isReliableInPrint(term) && !found.allowances.anywhere.has(term),
  );
  const inContent = new Set(found.occurrences.map(({ term }) => term));
  const inPrint = countTerms(searched, visible, { spacing: 'unreliable', crossesParts: true });
  const inHidden = countTerms(searched, hidden, { spacing: 'unreliable', crossesParts: false });
  const excess = countExcess(
    found.excess.filter(({ partIndex }) => partIndex === null || parts[partIndex]?.isVisible === true),
  );
  return searched.map((term) => {
    const inText = Math.max(0, sumOccurrences(inPrint, term) - (excess.get(term) ?? 0));
    const onEachPage = inHidden.get(term)?.get(fileHeadPart) ?? 0;
    const isByChance = !inContent.has(term) && (inPrint.has(term) || inHidden.has(term));
    const inProperties = found.allowances.counts.has(term) || isByChance;
    if (inText === 0 && !inProperties) return term;
    return { ...term, allowance: { inText, onEachPage, inProperties } };
  });
}

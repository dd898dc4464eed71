import { fileHeadPart, type ReportPart } from '../extract/report-part';
import type { ConfidentialTerm } from './confidential-terms';
import { countTerms, sumOccurrences, type TermCounts } from './count-terms';
import { describeLeaks } from './describe-leaks';

/** Lists the parts in which a term occurs more often than in the report without anything confidential. */
function listPartsWithExcess(counts: TermCounts, allowed: TermCounts, term: ConfidentialTerm): string[] {
  const occurrences = Array.from(counts.get(term) ?? []);
  return occurrences.flatMap(([name, count]) => (count > (allowed.get(term)?.get(name) ?? 0) ? name : []));
}

/** Whether a term may be repeated anywhere, because it occurs in the report without anything confidential. */
function isAllowedEverywhere(term: ConfidentialTerm, allowed: TermCounts): boolean {
  return term.canRepeatIfPublic === true && allowed.has(term);
}

/**
 * Finds the terms that occur more often than allowed. `counts` are those of the report, `allowed` those of the same report
 * without anything confidential. Returns a sentence for each term and part.
 */
export function findExcessLeaks(counts: TermCounts, allowed: TermCounts): string[] {
  const terms = Array.from(counts.keys()).filter((term) => !isAllowedEverywhere(term, allowed));
  return describeLeaks(terms.map((term) => [term, listPartsWithExcess(counts, allowed, term)] as const));
}

/**
 * Adds to each term how often it may occur in the file that is printed from these parts: as often as it is allowed to, and
 * as often as its characters occur by chance when spaces are ignored. Terms that may occur anywhere are left out.
 */
export function addPrintAllowances(
  terms: readonly ConfidentialTerm[],
  parts: readonly ReportPart[],
  counts: TermCounts,
  allowed: TermCounts,
): ConfidentialTerm[] {
  const visible = parts.filter(({ isVisible }) => isVisible);
  const hidden = parts.filter(({ isVisible }) => !isVisible);
  const visibleNames = new Set(visible.map(({ name }) => name));
  const inPrint = countTerms(terms, visible, { spacing: 'unreliable', crossesParts: true });
  const inHidden = countTerms(terms, hidden, { spacing: 'unreliable', crossesParts: false });
  return terms.flatMap((term) => {
    if (isAllowedEverywhere(term, allowed)) return [];
    const sumVisible = (all: TermCounts) => sumOccurrences(all, term, (name) => visibleNames.has(name));
    const excess = sumVisible(counts) - sumVisible(allowed);
    const inText = Math.max(0, sumOccurrences(inPrint, term) - excess);
    const onEachPage = inHidden.get(term)?.get(fileHeadPart) ?? 0;
    const isByChance = !counts.has(term) && (inPrint.has(term) || inHidden.has(term));
    const inProperties = allowed.has(term) || isByChance;
    if (inText === 0 && !inProperties) return term;
    return { ...term, allowance: { inText, onEachPage, inProperties } };
  });
}

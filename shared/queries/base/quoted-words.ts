import type { Evidence } from '#shared/domain/base/evidence.ts';
import { getClaimStatus, type NumberedDraft } from '#shared/domain/claims/recheck.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { shorten } from '#shared/text/format/wording.ts';
import type { Query } from './query.ts';

/** Whether a kept file holds quoted words. A damaged file, and one without text, is unreadable. */
export type QuoteCheckResult = 'found' | 'absent' | 'unreadable';

/** The words that evidence quotes, and the kept files of its source, by their SHA-256. */
export interface QuoteCheck {
  sourceId: string;
  quote: string;
  sha256s: readonly string[];
}

/** The result for a file and quoted words; undefined before a search. */
export type QuoteCheckLookup = (sha256: string, quote: string) => QuoteCheckResult | undefined;

/** Longest part of a quote and of a title that a query shows, in UTF-16 code units. */
const maxShownLength = 80;

/** Lists the checks that are needed before `findQuotedWordQueries` can answer, each once. */
export function listQuoteChecks(review: Review): QuoteCheck[] {
  const checks = new Map<string, QuoteCheck>();
  for (const evidence of review.evidence.values()) {
    if (review.claims.get(evidence.claimId)?.verdict !== 'verified') continue;
    const check = getQuoteCheck(review, evidence);
    if (check) checks.set(`${check.sourceId} ${check.quote}`, check);
  }
  return [...checks.values()];
}

/**
 * Finds claims of a draft that count as verified although the words that their evidence quotes are in no readable file of the
 * supporting source. A source is left out until all its files have been searched.
 */
export function findQuotedWordQueries(
  review: Review,
  draft: NumberedDraft & { readonly id: string },
  lookUp: QuoteCheckLookup,
): Query[] {
  const queries: Query[] = [];
  for (const { claim, span } of listPlacedClaims(review, draft.id)) {
    if (claim.verdict !== 'verified') continue;
    const missing = findReferrers(review, `claims/${claim.id}`, 'evidence')
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter((evidence) => lacksWords(getQuoteCheck(review, evidence), lookUp));
    if (missing.length === 0 || getClaimStatus(review, draft, claim, span) !== 'verified') continue;
    for (const evidence of missing) {
      const { sourceId, quote } = evidence;
      const hasOne = getQuoteCheck(review, evidence)?.sha256s.length === 1;
      const title = shorten(review.sources.get(sourceId)?.title ?? '', maxShownLength);
      queries.push({
        rule: 'quoted-words',
        places: [{ start: span.start, end: span.end }],
        ...(quote !== null && { quote }),
        sourceId,
        explanation: `${hasOne ? 'The kept file' : 'None of the kept files'} of “${title}” ${hasOne ? 'doesn’t hold' : 'holds'} the words “${shorten(quote ?? '', maxShownLength)}”.`,
      });
    }
  }
  return queries;
}

/** The check that a piece of evidence needs; null when it supports nothing, quotes nothing, or has no kept file. */
function getQuoteCheck(review: Review, { sourceId, stance, quote }: Evidence): QuoteCheck | null {
  if (stance !== 'supports' || quote === null) return null;
  const files = findReferrers(review, `sources/${sourceId}`, 'attachments');
  const sha256s = [...new Set(files.map(({ sha256 }) => sha256))].sort();
  return sha256s.length > 0 ? { sourceId, quote, sha256s } : null;
}

function lacksWords(check: QuoteCheck | null, lookUp: QuoteCheckLookup): boolean {
  if (!check) return false;
  const results = check.sha256s.map((sha256) => lookUp(sha256, check.quote));
  const isKnown = !results.includes(undefined) && !results.includes('found');
  return isKnown && results.includes('absent');
}

/** The result for a kept file, identified by its SHA-256: it holds for the same content in any article. */
export interface QuoteFinding {
  sha256: string;
  quote: string;
  result: QuoteCheckResult;
}

/** The key of a result in a cache. */
export function getQuoteKey(sha256: string, quote: string): string {
  return `${sha256} ${quote}`;
}

/** Converts the result of a search for quoted words. `state` is that of `shared/import/base/document-text.ts`. */
export function toQuoteCheckResult({
  state,
}: {
  state: 'found' | 'notFound' | 'noText' | 'unreadable';
}): QuoteCheckResult {
  if (state === 'found') return 'found';
  return state === 'notFound' ? 'absent' : 'unreadable';
}

export function createQuoteLookup(findings: readonly QuoteFinding[]): QuoteCheckLookup {
  const results = new Map(findings.map(({ sha256, quote, result }) => [getQuoteKey(sha256, quote), result]));
  return (sha256, quote) => results.get(getQuoteKey(sha256, quote));
}

import type { QuoteCheckLookup, QuoteCheckResult } from './quoted-words';

/** Whether a kept file holds quoted words. It is known by its SHA-256, because this is true of its content in any article. */
export interface QuoteFinding {
  sha256: string;
  quote: string;
  result: QuoteCheckResult;
}

/** The key under which such a result is remembered. */
export function getQuoteKey(sha256: string, quote: string): string {
  return `${sha256} ${quote}`;
}

/** Converts the result of a search for quoted words; `state` is that of `shared/quotes/quote-location.ts`. */
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

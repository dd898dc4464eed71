import type { Output } from '../../../../shared/contract/commands/commands';
import {
  getQuoteKey,
  type QuoteCheck,
  type QuoteCheckResult,
  type QuoteFinding,
  toQuoteCheckResult,
} from '../../../../shared/queries/quoted-words';
import type { Platform } from '../../platform';
import type { ReviewStore } from '../review/review-store';
import { getSourceWithFiles } from './adopt-source';
import { FileTexts } from './file-texts';
import { findQuote, type QuoteQuery } from './find-quote';

type QuotePlaces = NonNullable<Output<'vault.findQuote'>>;

/**
 * Looks for quoted words in kept files, and remembers by the sum of a file whether they are in it: that is true as long as the app runs, so
 * that a report needs no second search.
 */
export class QuoteSearch {
  readonly #texts: FileTexts;
  readonly #results = new Map<string, QuoteCheckResult>();

  constructor(private readonly platform: Pick<Platform, 'readDocument' | 'findQuote' | 'log'>) {
    this.#texts = new FileTexts(platform);
  }

  /** As `findQuote`. */
  async find(store: ReviewStore, query: QuoteQuery): Promise<QuotePlaces> {
    const { attachments } = await getSourceWithFiles(store, query.sourceId);
    const places = await findQuote(store, query, { texts: this.#texts, platform: this.platform });
    for (const { attachmentId, place } of places) {
      const sha256 = attachments.find(({ id }) => id === attachmentId)?.sha256;
      const result = toQuoteCheckResult(place);
      // A file that can't be read may be restored.
      if (sha256 !== undefined && result !== 'unreadable')
        this.#results.set(getQuoteKey(sha256, query.quote), result);
    }
    return places;
  }

  /** Lists the results for these quotes that are known without a search. */
  listKnown(checks: readonly QuoteCheck[]): QuoteFinding[] {
    return checks.flatMap(({ quote, sha256s }) =>
      sha256s.flatMap((sha256) => {
        const result = this.#results.get(getQuoteKey(sha256, quote));
        return result ? { sha256, quote, result } : [];
      }),
    );
  }

  /**
   * Lists the results for these quotes, after a search for all that are not known. There is none for a file whose search fails.
   * Rejects only with the signal's reason, when it aborts.
   */
  async listAll(
    store: ReviewStore,
    checks: readonly QuoteCheck[],
    signal: AbortSignal,
  ): Promise<QuoteFinding[]> {
    const unreadable: QuoteFinding[] = [];
    for (const { sourceId, quote, sha256s } of checks) {
      if (sha256s.every((sha256) => this.#results.has(getQuoteKey(sha256, quote)))) continue;
      try {
        await this.find(store, { sourceId, quote, signal });
      } catch (error) {
        if (signal.aborted) throw error;
        this.platform.log.error('quoted words could not be looked for', error);
        continue;
      }
      for (const sha256 of sha256s)
        if (!this.#results.has(getQuoteKey(sha256, quote)))
          unreadable.push({ sha256, quote, result: 'unreadable' });
    }
    return [...this.listKnown(checks), ...unreadable];
  }
}

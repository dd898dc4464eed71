import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import { rejectOnAbort } from '#main/base/tasks.ts';
import type { ReviewStore } from '#main/storage/reviews/review-store.ts';
import type { Vault } from '#main/storage/vault/vault.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import {
  type Attachment,
  isSearchable,
  type StoredFile,
  type StoredFileState,
} from '#shared/domain/base/attachment.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { findReferrers } from '#shared/domain/review/review.ts';
import type { DocumentText } from '#shared/import/base/document-text.ts';
import {
  getQuoteKey,
  type QuoteCheck,
  type QuoteCheckResult,
  type QuoteFinding,
  toQuoteCheckResult,
} from '#shared/queries/base/quoted-words.ts';
import type { Platform } from '../ports/platform.ts';

/** A source of a review and its attachments. Rejects with `notFound`. */
export function getSourceWithFiles(
  store: ReviewStore,
  sourceId: string,
): Promise<{ source: Source; attachments: Attachment[] }> {
  return store.read((review) => {
    const source = review.sources.get(sourceId);
    if (!source) throw new StetError('notFound', 'This source is no longer in its article.');
    return { source, attachments: findReferrers(review, `sources/${sourceId}`, 'attachments') };
  });
}

/** How much text stays in memory, in UTF-16 code units of two bytes each. */
const maxCachedLength = 10_000_000;

/** A file whose copy in the vault is missing or altered. `why` is a sentence that says so. */
interface UnusableFile {
  state: 'unusable';
  fileState: Exclude<StoredFileState, 'unchanged'>;
  why: string;
}

/** Converts an error about one file of the vault to an unusable file; null for any other error. */
function toUnusableFile(error: StetError): UnusableFile | null {
  if (error.code !== 'damaged' && error.code !== 'missing') return null;
  return {
    state: 'unusable',
    fileState: error.code === 'missing' ? 'missing' : 'altered',
    why: error.message,
  };
}

/** Extracts the text of attached files, one file at a time. The texts used last are cached in memory. */
class FileTexts {
  readonly #inTurn = createSerialQueue();
  /** Extracted texts by the stamp of their file, the one used last at the end. */
  readonly #cache = new Map<string, { text: DocumentText; length: number }>();

  constructor(private readonly platform: Pick<Platform, 'readDocument' | 'log'>) {}

  /** The text of a file, or why there is none. Rejects only with the signal's reason, when it aborts. */
  readText(vault: Vault, file: StoredFile, signal: AbortSignal): Promise<DocumentText | UnusableFile> {
    if (!isSearchable(file)) return Promise.resolve({ state: 'noText' });
    const reading = this.#inTurn(async () => {
      signal.throwIfAborted();
      try {
        return await this.#getCached(vault, file, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof StetError)
          return toUnusableFile(error) ?? { state: 'unreadable' as const, why: error.message };
        this.platform.log.error(`the text of ${file.sha256} could not be read`, error);
        return {
          state: 'unreadable' as const,
          why: `The text of “${file.name}” could not be read. The file is kept as it is; open it to look for the words.`,
        };
      }
    });
    return rejectOnAbort(signal, reading);
  }

  async #getCached(vault: Vault, file: StoredFile, signal: AbortSignal): Promise<DocumentText> {
    // Read before the content, so that a file altered meanwhile does not get the text of the old one.
    const stamp = await vault.getStamp(file);
    const text = this.#cache.get(stamp)?.text ?? (await this.#extract(vault, file, signal));
    // A file without readable text is cached, too: reading it again could take as long and would end the same.
    this.#store(stamp, text);
    return text;
  }

  async #extract(vault: Vault, file: StoredFile, signal: AbortSignal): Promise<DocumentText> {
    const text = await this.platform.readDocument({ name: file.name, bytes: await vault.read(file) }, signal);
    // The result of a cancelled reading says nothing about the file.
    signal.throwIfAborted();
    return text;
  }

  /** Adds a text to the cache and evicts those used least recently. */
  #store(stamp: string, text: DocumentText): void {
    const parts = text.state === 'read' ? [...text.pages, ...text.beside] : [];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    this.#cache.delete(stamp);
    this.#cache.set(stamp, { text, length });
    let total = Array.from(this.#cache.values()).reduce((sum, cached) => sum + cached.length, 0);
    for (const [oldest, cached] of this.#cache) {
      if (total <= maxCachedLength) return;
      this.#cache.delete(oldest);
      total -= cached.length;
    }
  }
}

interface QuoteQuery {
  sourceId: string;
  quote: string;
  signal: AbortSignal;
}

type QuotePlaces = NonNullable<Output<'vault.findQuote'>>;

/**
 * Searches kept files for quoted words, and caches the results by the SHA-256 of a file while the app runs, so that a report needs no
 * second search.
 */
export class QuoteSearch {
  readonly #texts: FileTexts;
  readonly #results = new Map<string, QuoteCheckResult>();

  constructor(private readonly platform: Pick<Platform, 'readDocument' | 'findQuote' | 'log'>) {
    this.#texts = new FileTexts(platform);
  }

  /**
   * Looks for quoted words in all files of a source, one after the other. Rejects with `notFound`, or with the signal's reason
   * when it aborts.
   */
  async find(store: ReviewStore, { sourceId, quote, signal }: QuoteQuery): Promise<QuotePlaces> {
    const { attachments } = await getSourceWithFiles(store, sourceId);
    const places: QuotePlaces = [];
    for (const file of attachments) {
      const text = await this.#texts.readText(store.vault, file, signal);
      if (text.state === 'unusable') {
        const { fileState, why } = text;
        places.push({ attachmentId: file.id, fileState, place: { state: 'unreadable', why } });
        continue;
      }
      const place = text.state === 'read' ? await this.platform.findQuote(text, quote, signal) : text;
      places.push({ attachmentId: file.id, fileState: null, place });
      const result = toQuoteCheckResult(place);
      // An unreadable file may be restored later, so its result is not cached.
      if (result !== 'unreadable') this.#results.set(getQuoteKey(file.sha256, quote), result);
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

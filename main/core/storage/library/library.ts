import type { CountedReading, LibraryEntry } from '../../../../shared/domain/library/library-entry';
import type { ArticleSummary } from './article-summary';
import type { LibraryRow } from './library-file';

/**
 * The list of articles, a cache of their folders: `open-library.ts` opens it, `library-file.ts` and `list-writer.ts` store it
 * whole, `reconcile.ts` and `article-row.ts` bring it in line with the folders at the start, `former-files.ts` takes over what
 * earlier versions kept elsewhere. Each folder has a summary of its article (`article-summary.ts`, `summarize-review.ts`),
 * which is all that an edit has to write, and the mark of the bin (`bin-mark.ts`). `folders/create-article.ts` and
 * `remove-article.ts` create and delete a folder, by way of `unfinished-folder.ts`. `follow-library.ts` reads what another Stet
 * writes meanwhile. Beside it are the sources of all articles
 * (`source-index.ts`).
 */
export interface Library {
  list(): LibraryEntry[];
  /** The entries with the sizes of their histories. */
  rows(): LibraryRow[];
  /** Problems found at the start, in plain words. */
  problems: string[];
  has(articleId: string): boolean;
  /** The size of an article's history in bytes when its entry was made; null when there is none. */
  getHistoryBytes(articleId: string): number | null;
  /**
   * Replaces or adds an entry. The file with the list is written when articles come or go, and by `close`: an entry that it
   * lacks is taken from the article's summary at the next start. An article in the bin stays there, and what was counted of its
   * reading stays with it.
   */
  update(summary: Pick<ArticleSummary, 'entry' | 'historyBytes'>): void;
  /** Remembers how far reading an article is. Nothing else changes. Does nothing with an article that is not listed. */
  updateReading(articleId: string, reading: CountedReading): void;
  /** Lists an article whose folder was just created. Never rejects: the next start lists it as well. */
  add(articleId: string): Promise<void>;
  /**
   * While another Stet may write to the library: brings the list in line with what it did. Resolves to whether anything changed.
   * Never rejects: where the folders can't be read, the list is as it was.
   */
  follow(): Promise<boolean>;
  /** Writes the list if it changed. Resolves once nothing is written any more. Never rejects: the list is a cache. */
  close(): Promise<void>;
  /** Moves an article to the bin (a timestamp) or back (null). Rejects with `notFound`, `notSaved` or `readOnly`. */
  setBinned(articleId: string, binnedAt: string | null): Promise<void>;
  /**
   * Deletes an article that is in the bin. `closeAndRun` has to close its review, then run the step that moves the folder away.
   * False when some files can only be removed at the next start. Rejects with `notFound`, `badRequest` or `notSaved`, and then
   * the article is in the bin as before.
   */
  remove(articleId: string, closeAndRun: (step: () => Promise<void>) => Promise<void>): Promise<boolean>;
}

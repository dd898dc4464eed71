import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import type { LibraryRow } from './library-file';
import type { ReviewSummary } from './summarize-review';

/**
 * The list of articles, a cache of their folders: `open-library.ts` opens it, `library-file.ts` stores it, `reconcile.ts`
 * brings it in line with the folders at the start, `summarize-review.ts` makes its entries. `create-article.ts` and
 * `remove-article.ts` create and delete an article's folder, by way of `unfinished-folder.ts`. Beside it are the
 * sources of all articles (`source-index.ts`, `source-index-file.ts`).
 */
export interface Library {
  list(): LibraryEntry[];
  /** The entries with the sizes of their histories. */
  rows(): LibraryRow[];
  /** Problems found at the start, in plain words. */
  problems: string[];
  has(articleId: string): boolean;
  /** Replaces or adds an entry, in memory until `write`. An article in the bin stays there. */
  update(entry: ReviewSummary, historyBytes: number): void;
  /** Lists an article whose folder was just created. Never rejects: the next start lists it as well. */
  add(articleId: string): Promise<void>;
  /** Resolves once the list is on the disk; rejects with the system's error. Nothing is lost then, as the list is a cache. */
  write(): Promise<void>;
  /** Resolves once the last write has ended. Never rejects. */
  waitForWrites(): Promise<void>;
  /** Moves an article to the bin (a timestamp) or back (null). Rejects with `notFound`, `notSaved` or `readOnly`. */
  setBinned(articleId: string, binnedAt: string | null): Promise<void>;
  /**
   * Deletes an article that is in the bin. `closeAndRun` has to close its review, then run the step that moves the folder away.
   * False when some files can only be removed at the next start. Rejects with `notFound`, `badRequest` or `notSaved`, and then
   * the article is in the bin as before.
   */
  remove(articleId: string, closeAndRun: (step: () => Promise<void>) => Promise<void>): Promise<boolean>;
}

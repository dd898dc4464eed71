import type { Tasks } from '#main/base/tasks.ts';
import type { LibraryLock } from '#main/storage/access/library-lock.ts';
import type { Backups } from '#main/storage/backup/backups.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import type { Library } from '#main/storage/library/library.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import type { SourceIndex } from '#main/storage/reviews/source-index.ts';
import type { Intake } from '../import/intake.ts';
import type { Proposals } from '../import/proposals.ts';
import type { Platform } from '../ports/platform.ts';
import type { LibrarySearch } from '../search/library-search.ts';
import type { FileCopies } from '../vault/file-copies.ts';
import type { QuoteSearch } from '../vault/quote-search.ts';
import type { Handlers } from './dispatcher.ts';
import type { EarlyCommand } from './start.ts';

/** The services that handlers use. Storage is opened when it is first needed; after a failure the next call tries again. */
export interface HandlerContext {
  platform: Platform;
  tasks: Tasks;
  copies: FileCopies;
  intake: Intake;
  proposals: Proposals;
  quotes: QuoteSearch;
  settings(): Promise<SettingsStore>;
  lock(): Promise<LibraryLock>;
  library(): Promise<Library>;
  reviews(): Promise<OpenReviews>;
  sourceIndex(): Promise<SourceIndex>;
  search(): Promise<LibrarySearch>;
  backups(): Promise<Backups>;
}

/** All handlers but those of `start.ts`. */
export type LaterHandlers = Omit<Handlers, EarlyCommand>;

/** The handlers of one group: those whose names begin with `Group` and a dot. */
export type HandlersOf<Group extends string> = Pick<
  LaterHandlers,
  Extract<keyof LaterHandlers, `${Group}.${string}`>
>;

import type { Handlers } from '../dispatcher';
import type { FileCopies } from '../files/file-copies';
import type { Intake } from '../import/intake';
import type { Proposals } from '../import/proposals';
import type { Platform } from '../platform';
import type { LibrarySearch } from '../search/library-search';
import type { Backups } from '../storage/backup/backups';
import type { Library } from '../storage/library/library';
import type { SourceIndex } from '../storage/library/source-index';
import type { LibraryLock } from '../storage/lock/library-lock';
import type { OpenReviews } from '../storage/review/open-reviews';
import type { SettingsStore } from '../storage/settings/settings-store';
import type { QuoteSearch } from '../storage/vault/quote-search';
import type { Tasks } from '../tasks/tasks';
import type { EarlyCommand } from './start';

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

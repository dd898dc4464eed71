import type { Tasks } from '../../base/tasks';
import type { LibraryLock } from '../../storage/access/library-lock';
import type { Backups } from '../../storage/backup/backups';
import type { SettingsStore } from '../../storage/computer/settings-store';
import type { Library } from '../../storage/library/library';
import type { OpenReviews } from '../../storage/reviews/open-reviews';
import type { SourceIndex } from '../../storage/reviews/source-index';
import type { Intake } from '../import/intake';
import type { Proposals } from '../import/proposals';
import type { Platform } from '../ports/platform';
import type { LibrarySearch } from '../search/library-search';
import type { FileCopies } from '../vault/file-copies';
import type { QuoteSearch } from '../vault/quote-search';
import type { Handlers } from './dispatcher';
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

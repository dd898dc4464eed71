import type { Handlers } from '../dispatcher';
import type { FileCopies } from '../files/file-copies';
import type { Intake } from '../import/intake';
import type { Outside } from '../platform';
import type { Library } from '../storage/library/library';
import type { SettingsStore } from '../storage/library/settings-store';
import type { SourceIndex } from '../storage/library/source-index';
import type { OpenReviews } from '../storage/review/open-reviews';
import type { Tasks } from '../tasks/tasks';

/** What the handlers work with. The storage is read once it is first needed; what rejects is tried again next time. */
export interface HandlerContext {
  outside: Outside;
  tasks: Tasks;
  copies: FileCopies;
  intake: Intake;
  settings(): Promise<SettingsStore>;
  library(): Promise<Library>;
  reviews(): Promise<OpenReviews>;
  sourceIndex(): Promise<SourceIndex>;
}

/** The handlers whose names begin with a word and a dot. */
export type HandlersOf<Group extends string> = Pick<Handlers, Extract<keyof Handlers, `${Group}.${string}`>>;

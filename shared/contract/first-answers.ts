import { claimStatuses } from '../domain/base/verdict.ts';
import type { LibraryEntry } from '../domain/library/library-entry.ts';
import { sentenceStates } from '../domain/review/progress.ts';
import { type Guard, isBoolean, isCount, isListOf, isNullOr, isObject, isText } from '../text/guards.ts';
import { createRecord } from '../text/sequences/records.ts';
import type { CommandName, Output } from './commands/commands.ts';
import { isShownLocation } from './commands/shown-location.ts';

function isTimestamp(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

type Reading = NonNullable<LibraryEntry['reading']>;

/** As `libraryEntrySchema`, by hand: zod takes long for thousands of articles, and the list waits for this check. */
export const isLibraryEntry = isObject<LibraryEntry>({
  id: isText,
  title: isText,
  byline: isNullOr(isText),
  draft: isCount,
  file: isNullOr(isText),
  words: isCount,
  copyOf: isNullOr(isText),
  progress: isObject(createRecord(claimStatuses, () => isCount)),
  reading: isNullOr(
    isObject<Reading>({
      historyBytes: isCount,
      rules: isCount,
      isSpotting: isBoolean,
      coverage: isObject({ ...createRecord(sentenceStates, () => isCount), total: isCount }),
      openQueries: isCount,
    }),
  ),
  deadline: isNullOr(isTimestamp),
  createdAt: isTimestamp,
  editedAt: isTimestamp,
  binnedAt: isNullOr(isTimestamp),
});

/**
 * Checks of the answers that the window waits for before it shows the library. By hand, because zod and the schemas are a quarter of
 * the script that would run before.
 */
export const firstAnswers: { readonly [N in CommandName]?: Guard<Output<N>> } = {
  'location.get': isShownLocation,
  'library.stored': isNullOr(isListOf(isLibraryEntry)),
};

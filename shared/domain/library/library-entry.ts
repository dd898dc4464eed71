import { z } from 'zod';
import { createRecord } from '#shared/text/sequences/records.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, lineSchema, timestampSchema } from '../base/primitives.ts';
import { claimStatuses } from '../base/verdict.ts';
import { sentenceStates } from '../review/progress.ts';

const count = z.int().nonnegative();

export const coverageCountsSchema = storedObject({
  ...createRecord(sentenceStates, () => count),
  total: count,
});

/** How far reading an article was when it was counted in the window, and what was counted. */
export const countedReadingSchema = storedObject({
  /** Size of the history in bytes then. When it differs, the counts are outdated. */
  historyBytes: count,
  /** See `readingRules`. */
  rules: z.int(),
  /** Whether spotted words counted. */
  isSpotting: z.boolean(),
  coverage: coverageCountsSchema,
  openQueries: count,
});

export type CountedReading = z.infer<typeof countedReadingSchema>;

export const libraryEntrySchema = storedObject({
  id: idSchema,
  title: z.string().min(1),
  byline: lineSchema,
  /** The number of the newest draft. */
  draft: z.int().positive(),
  /** The name of the file or page that the newest text was imported from; null when it was pasted. */
  file: z.string().nullable(),
  words: count,
  /** The id that the article has in its own history, when this is another version of an article; null when both are the same. */
  copyOf: idSchema.nullable(),
  progress: storedObject(createRecord(claimStatuses, () => count)),
  /** How far reading was when the window counted it last; null when it never did. */
  reading: countedReadingSchema.nullable(),
  /** When the check has to be done; null without a deadline. */
  deadline: timestampSchema.nullable(),
  createdAt: timestampSchema,
  editedAt: timestampSchema,
  /** When it was moved to the bin; null while it is in the library. */
  binnedAt: timestampSchema.nullable(),
});

/**
 * An article in the list of the library, which `library-search` filters and sorts. A cache of what is in the article's
 * folder.
 */
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

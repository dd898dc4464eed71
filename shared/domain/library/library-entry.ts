import { z } from 'zod';
import { idSchema, lineSchema, momentSchema } from '../primitives';
import { progressSchema } from '../review/progress';

export const libraryEntrySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  byline: lineSchema,
  /** The number of the newest draft. */
  draft: z.int().positive(),
  /** Name of the file or page that the text came from last; null when it was pasted. */
  file: z.string().nullable(),
  words: z.int().nonnegative(),
  progress: progressSchema,
  createdAt: momentSchema,
  editedAt: momentSchema,
  /** When it was moved to the bin; null while it is in the library. */
  binnedAt: momentSchema.nullable(),
});

/** One article as the library lists it: a cache that can be read again from the article's folder. */
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

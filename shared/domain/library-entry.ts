import { z } from 'zod';
import { idSchema, momentSchema } from './primitives';
import { progressSchema } from './progress';

export const libraryEntrySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1),
  words: z.int().nonnegative(),
  progress: progressSchema,
  createdAt: momentSchema,
  editedAt: momentSchema,
  /** When it was moved to the bin; null while it is in the library. */
  binnedAt: momentSchema.nullable(),
});

/** One article as the library lists it: a cache that can be read again from the article's folder. */
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

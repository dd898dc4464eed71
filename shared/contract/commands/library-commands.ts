import { z } from 'zod';
import { countedReadingSchema, libraryEntrySchema } from '../../domain/library/library-entry';
import { idSchema, maxLineLength } from '../../domain/primitives';
import { sourceSchema } from '../../domain/source';
import { libraryAccessSchema } from '../library-access';
import { articleInput, nothing } from './command-parts';

/** A source of another article of the library. */
const librarySourceSchema = z.strictObject({
  articleId: idSchema,
  articleTitle: z.string(),
  source: sourceSchema,
  /** The number of its files. */
  files: z.int().nonnegative(),
});

export type LibrarySource = z.infer<typeof librarySourceSchema>;

/** Commands about the library. */
export const libraryCommands = {
  /** Whether this window may change the library. The event `accessChanged` says when that changes. */
  'library.access': { input: nothing, output: libraryAccessSchema },
  'library.list': {
    input: nothing,
    output: z.strictObject({
      articles: z.array(libraryEntrySchema),
      /** Messages about damage that was found: what happened and what was kept. */
      problems: z.array(z.string()),
    }),
  },
  /** Remembers how far reading an article is, as the window counted it after the last change that was saved. */
  'library.countReading': {
    input: articleInput.extend({
      reading: countedReadingSchema.pick({ isSpotting: true, coverage: true, openQueries: true }),
    }),
    output: nothing,
  },
  /**
   * Opens the library for editing after another Stet gave it back or became quiet; in the second case the reviewer is asked
   * first. False when the reviewer declined, or the other one lives after all. When true, the page is loaded again.
   */
  'library.takeOver': { input: nothing, output: z.strictObject({ isTaken: z.boolean() }) },
  /**
   * Lets the reviewer work in a library that somebody else wrote to last, now and in future, and loads the page again. Does nothing
   * to any other library.
   */
  'library.accept': { input: nothing, output: nothing },
  'library.bin': { input: articleInput, output: nothing },
  'library.restore': { input: articleInput, output: nothing },
  /**
   * Permanently deletes an article in the bin with all its files. `isWhole` is false when some of its files will be
   * deleted only at the next start.
   */
  'library.delete': { input: articleInput, output: z.strictObject({ isWhole: z.boolean() }) },
  /**
   * Sources of other articles whose title, author, publisher or address contains the words of the query, best match first.
   */
  'library.sources': {
    input: z.strictObject({ articleId: idSchema, query: z.string().min(1).max(maxLineLength) }),
    output: z.array(librarySourceSchema).max(20),
  },
} as const;

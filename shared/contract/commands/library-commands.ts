import { z } from 'zod';
import { idSchema, maxLineLength, timestampSchema } from '#shared/domain/base/primitives.ts';
import { sourceSchema } from '#shared/domain/base/source.ts';
import {
  countedReadingSchema,
  coverageCountsSchema,
  libraryEntrySchema,
} from '#shared/domain/library/library-entry.ts';
import { articleFiguresSchema, timelineSchema } from '#shared/domain/library/overview.ts';
import { snippetSchema } from '#shared/text/snippet.ts';
import { spanSchema } from '#shared/text/span.ts';
import { articleInput, nothing, taskInput } from './command-parts.ts';

/** Longest query of a search of the library, in UTF-16 code units. */
export const maxQueryLength = 200;

/** The parts of an article that the library’s index has. */
export const searchedKinds = [
  'title',
  'text',
  'claimant',
  'note',
  'correction',
  'source',
  'evidence',
] as const;

export type SearchedKind = (typeof searchedKinds)[number];

const placeSchema = z.strictObject({
  kind: z.enum(searchedKinds),
  /** The claim of a claimant, a note, a correction or evidence, or the source; null for title and text. */
  refId: idSchema.nullable(),
  /** Where the words are in the text of the newest draft; null for everything else. */
  span: spanSchema.nullable(),
  snippet: snippetSchema,
});

/** A place in an article where words were found. */
export type FoundPlace = z.infer<typeof placeSchema>;

const foundArticleSchema = z.strictObject({
  articleId: idSchema,
  title: z.string(),
  places: z.array(placeSchema),
  /** How many more places there are in this article. */
  moreCount: z.int().nonnegative(),
});

export type FoundArticle = z.infer<typeof foundArticleSchema>;

/** Commands about the search of the whole library. */
export const searchCommands = {
  /**
   * Searches all articles that are not in the bin for the words of a query, and their beginnings, as far as they are in the
   * index, which is made in the background; with an empty query it is only begun. A newer query answers an older one with
   * nothing found.
   */
  'search.query': {
    input: z.strictObject({ query: z.string().max(maxQueryLength) }),
    output: z.strictObject({
      articles: z.array(foundArticleSchema),
      /** The number of articles with the words, of which only the best are listed. */
      articleCount: z.int().nonnegative(),
      /** Whether no article has one of the words, so that similar ones were searched for. */
      isApproximate: z.boolean(),
      /** How many of the articles are in the index by now. */
      indexedCount: z.int().nonnegative(),
      totalCount: z.int().nonnegative(),
      /** Titles of articles that are not searched, because they can’t be read or the library is too large. */
      skipped: z.array(z.string()),
    }),
  },
} as const;

export type SearchResults = z.infer<(typeof searchCommands)['search.query']['output']>;

const articleOverviewSchema = z.strictObject({
  id: idSchema,
  figures: articleFiguresSchema,
  /** The sentences of the newest draft by their state. */
  coverage: coverageCountsSchema,
});

export type ArticleOverview = z.infer<typeof articleOverviewSchema>;

/** Commands that derive figures from whole histories. */
export const overviewCommands = {
  /** The verdicts of an article over time. */
  'overview.article': { input: articleInput, output: timelineSchema },
  /** The figures of every article that is not in the bin, and their verdicts over time; null when it was cancelled. */
  'overview.library': {
    input: taskInput,
    output: z
      .strictObject({
        articles: z.array(articleOverviewSchema),
        /** Titles of the articles that can't be read. They count for nothing. */
        unreadable: z.array(z.string()),
        timeline: timelineSchema,
      })
      .nullable(),
  },
} as const;

/** Who has a library open for editing. */
const libraryHolderSchema = z.strictObject({
  host: z.string(),
  /** Whether that is this computer. */
  isHere: z.boolean(),
  since: timestampSchema,
});

export type LibraryHolder = z.infer<typeof libraryHolderSchema>;

/** Whether this window may change the library, and if not, why. */
export const libraryAccessSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writable') }),
  /**
   * Another Stet has it open for editing; `holder` is null when it is not known which. `isStale`: it has had no heartbeat
   * for half a minute, so the library can be taken over.
   */
  z.strictObject({
    kind: z.literal('elsewhere'),
    holder: libraryHolderSchema.nullable(),
    isStale: z.boolean(),
  }),
  /** The other Stet has closed it; it can be opened for editing. */
  z.strictObject({ kind: z.literal('free') }),
  /**
   * Another installation wrote to it last, as far as is known, and nobody at this one has said yet that they work in it. `host` is
   * the name of that computer; null when the library does not say.
   */
  z.strictObject({ kind: z.literal('stranger'), host: z.string().nullable() }),
  /** Nothing can be written to its folder. */
  z.strictObject({ kind: z.literal('unwritable'), why: z.string() }),
]);

export type LibraryAccess = z.infer<typeof libraryAccessSchema>;

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
   * Opens the library for editing after another Stet gave it back or became stale; in the second case the reviewer is asked
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

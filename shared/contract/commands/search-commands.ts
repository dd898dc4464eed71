import { z } from 'zod';
import { idSchema } from '../../domain/primitives';
import { snippetSchema } from '../../text/snippet';
import { spanSchema } from '../../text/span';

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

const articleSchema = z.strictObject({
  articleId: idSchema,
  title: z.string(),
  places: z.array(placeSchema),
  /** How many more places there are in this article. */
  moreCount: z.int().nonnegative(),
});

export type FoundArticle = z.infer<typeof articleSchema>;

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
      articles: z.array(articleSchema),
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

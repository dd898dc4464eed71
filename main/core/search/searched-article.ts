import { z } from 'zod';
import { searchedKinds } from '../../../shared/contract/commands/library-commands';
import { idSchema } from '../../../shared/domain/primitives';

const searchedTextSchema = z.strictObject({
  kind: z.enum(searchedKinds),
  /** The claim or the source that it belongs to; null for title and text. */
  refId: idSchema.nullable(),
  text: z.string(),
});

export type SearchedText = z.infer<typeof searchedTextSchema>;

export const searchedArticleSchema = z.strictObject({
  articleId: idSchema,
  /** Size of the article’s history in bytes when this was read from it. */
  historyBytes: z.int().nonnegative(),
  texts: z.array(searchedTextSchema),
});

/** Everything of an article that the search of the library finds. Nothing in it is confidential. */
export type SearchedArticle = z.infer<typeof searchedArticleSchema>;

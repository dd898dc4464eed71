import { z } from 'zod';
import { createPersistedStore } from '../persisted-store';

const storedSchema = z.object({ articleId: z.string().nullable() });

const useLastArticle = createPersistedStore<z.infer<typeof storedSchema>, z.infer<typeof storedSchema>>({
  name: 'last-article',
  initial: { articleId: null },
  schema: storedSchema,
  toStored: ({ articleId }) => ({ articleId }),
});

/** The article that was on the screen when the window closed; null for the library. */
export function getLastArticleId(): string | null {
  return useLastArticle.getState().articleId;
}

export function saveLastArticleId(articleId: string | null): void {
  useLastArticle.setState({ articleId });
}

import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const storedSchema = z.object({ articleId: z.string().nullable() });

type LastArticle = z.infer<typeof storedSchema>;

const useLastArticle = create<LastArticle>()(
  persist((): LastArticle => ({ articleId: null }), {
    name: 'last-article',
    merge: (stored, fresh) => ({ ...fresh, ...storedSchema.safeParse(stored).data }),
  }),
);

/**
 * The article that was on the screen when the window was left; null for the library. Kept by the window itself, as the line
 * is at which it was left.
 */
export function lastArticle(): string | null {
  return useLastArticle.getState().articleId;
}

export function keepLastArticle(articleId: string | null): void {
  useLastArticle.setState({ articleId });
}

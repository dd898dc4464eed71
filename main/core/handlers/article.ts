import { createArticle } from '../storage/library/create-article';
import type { HandlerContext, HandlersOf } from './context';

export function createArticleHandlers({
  platform,
  settings,
  library,
  intake,
}: HandlerContext): HandlersOf<'article'> {
  return {
    'article.create': async (proposed) => {
      // Main itself knows which page was fetched, so the window's word on its origin is not used.
      const file = proposed.origin.kind === 'web' ? intake.getFetched(proposed.origin) : null;
      const proposal = file ? { ...proposed, origin: file.origin } : proposed;
      const { reviewer } = (await settings()).current();
      const list = await library();
      const page = file?.bytes ?? null;
      const { entry, historyBytes } = await createArticle(proposal, { ...platform, reviewer, page });
      list.update(entry, historyBytes);
      // A failure loses nothing: the article is in its folder, and the next start lists it.
      await list
        .write()
        .catch((error) => platform.log.error('the list of articles could not be written', error));
      return { articleId: entry.id };
    },
  };
}

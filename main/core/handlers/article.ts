import { createArticle } from '../storage/create-article';
import type { HandlerContext, HandlersOf } from './context';

export function articleHandlers({ outside, settings, library }: HandlerContext): HandlersOf<'article'> {
  return {
    'article.create': async (proposal) => {
      const { reviewer } = (await settings()).current();
      const list = await library();
      const { now, newId, folder } = outside;
      const { entry, historyBytes } = await createArticle(proposal, {
        now,
        newId,
        reviewer,
        libraryFolder: folder,
      });
      list.put(entry, historyBytes);
      // The article is safe in its folder; the next start would list it all the same.
      await list
        .write()
        .catch((error) => outside.log.error('the list of articles could not be written', error));
      return { articleId: entry.id };
    },
  };
}

import { createArticle } from '../storage/library/create-article';
import type { HandlerContext, HandlersOf } from './context';

export function articleHandlers({
  outside,
  settings,
  library,
  intake,
}: HandlerContext): HandlersOf<'article'> {
  return {
    'article.create': async (proposed) => {
      // Where a page is from, and what it was, is main's word.
      const file = proposed.origin.kind === 'web' ? intake.fetched(proposed.origin) : null;
      const proposal = file ? { ...proposed, origin: file.origin } : proposed;
      const { reviewer } = (await settings()).current();
      const list = await library();
      const { now, newId, folder } = outside;
      const { entry, historyBytes } = await createArticle(proposal, {
        now,
        newId,
        reviewer,
        libraryFolder: folder,
        page: file && { sha256: file.origin.sha256, bytes: file.bytes },
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

import { moment } from '../outside';
import type { HandlerContext, HandlersOf } from './context';

export function libraryHandlers({
  outside,
  settings,
  library,
  reviews,
  sourceIndex,
}: HandlerContext): HandlersOf<'library'> {
  return {
    'library.list': async () => {
      // What is open may be ahead of the list.
      await (await reviews()).flush();
      const { list, problems } = await library();
      return { articles: list(), problems: [...(await settings()).problems, ...problems] };
    },
    'library.sources': async ({ articleId, query }) => (await sourceIndex()).search(query, articleId),
    'library.bin': async ({ articleId }) => {
      await (await library()).setBinned(articleId, moment(outside));
      await (await sourceIndex()).drop(articleId);
      return null;
    },
    'library.restore': async ({ articleId }) => {
      await (await library()).setBinned(articleId, null);
      return null;
    },
  };
}

import { readdir } from 'node:fs/promises';
import { moment } from '../platform';
import { articleFolder, articlePaths } from '../storage/library/article-folder';
import type { HandlerContext, HandlersOf } from './context';

export function libraryHandlers({
  outside,
  copies,
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
    'library.delete': async ({ articleId }) => {
      const list = await library();
      const open = await reviews();
      const files = await readdir(articlePaths(articleFolder(outside.folder, articleId)).vault).catch(
        () => [],
      );
      await (await sourceIndex()).drop(articleId);
      const isWhole = await list.remove(articleId, (takeAway) => open.without(articleId, takeAway));
      await copies.drop(files);
      return { isWhole };
    },
    'library.restore': async ({ articleId }) => {
      await (await library()).setBinned(articleId, null);
      return null;
    },
  };
}

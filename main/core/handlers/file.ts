import { readArticleFile } from '../article-file';
import { rememberFolder, startFolder } from '../start-folder';
import type { HandlerContext, HandlersOf } from './context';

export function fileHandlers({ outside, settings }: HandlerContext): HandlersOf<'file'> {
  return {
    'file.open': async () => {
      const store = await settings();
      const path = await outside.dialogs.openFile(await startFolder(store, outside.documents));
      if (path === null) return null;
      const file = await readArticleFile(path);
      await rememberFolder(store, path, outside);
      return file;
    },
  };
}

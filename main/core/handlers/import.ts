import { fetchedFile } from '../import/fetched-file';
import { rememberFolder, startFolder } from '../start-folder';
import type { HandlerContext, HandlersOf } from './context';

export function importHandlers({ outside, tasks, intake, settings }: HandlerContext): HandlersOf<'import'> {
  return {
    'import.choose': async () => {
      const store = await settings();
      const paths = await outside.dialogs.openFiles(await startFolder(store, outside.documents));
      const [first] = paths ?? [];
      if (!paths || first === undefined) return null;
      await rememberFolder(store, first, outside);
      return paths.map((path) => intake.addPath(path));
    },
    'import.begin': async ({ name, bytes }) => intake.begin(name, bytes),
    'import.append': async ({ fileId, chunk }) => {
      intake.append(fileId, chunk);
      return null;
    },
    'import.fetch': ({ taskId, address }) =>
      tasks.run(taskId, async (task) => {
        const file = await fetchedFile(address, task, outside);
        return file && intake.addFetched(file);
      }),
    'import.read': ({ taskId, fileId }) =>
      tasks.run(taskId, async (task) => outside.readDraft(await intake.read(fileId), task)),
    'import.paste': ({ taskId, type, content }) =>
      tasks.run(taskId, (task) =>
        outside.readDraft(
          {
            origin: { kind: 'paste', name: null },
            type,
            charset: null,
            bytes: new TextEncoder().encode(content),
          },
          task,
        ),
      ),
    'import.drop': async ({ fileId }) => {
      intake.drop(fileId);
      return null;
    },
  };
}

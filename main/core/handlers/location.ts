import { dirname } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import {
  checkEmptyFolder,
  checkFolderToOpen,
  isSameFolder,
  refuseInside,
} from '#main/storage/computer/inspect-folder.ts';
import { locateLibrary } from '#main/storage/computer/location-record.ts';
import { moveLibrary } from '#main/storage/computer/move-library.ts';
import { userDataPaths } from '#main/storage/disk/paths.ts';
import type { HandlerContext, HandlersOf } from './context.ts';
import { toShownLocation } from './start.ts';

const notStarted = 'No library was started.';
const notMoved = 'The library was not moved.';

export function createLocationHandlers({ platform, tasks, lock }: HandlerContext): HandlersOf<'location'> {
  const { userDataFolder, documentsFolder, dialogs, location } = platform;
  const usualFolder = userDataPaths(userDataFolder).library;
  /** The folder that holds the library, so that the dialog begins near it. */
  const nearLibrary = dirname(location.folder);
  /** The move under way, which goes on when the page is loaded again. */
  let moving: Promise<void> | null = null;

  return {
    'location.showInFolder': async () => {
      platform.showInFolder(location.folder);
      return null;
    },
    'location.openOther': async () => {
      const folder = await dialogs.chooseFolder({
        title: 'Open a library',
        button: 'Open',
        startFolder: nearLibrary,
      });
      if (folder === null) return false;
      if (location.state === 'open' && (await isSameFolder(folder, location.folder)))
        throw new StetError('badRequest', 'This library is open already.');
      const { isEmpty } = await checkFolderToOpen(folder, userDataFolder);
      if (isEmpty && !(await dialogs.confirmNewLibrary(folder))) return false;
      platform.reopen({ kind: 'open', folder, isNew: isEmpty });
      return true;
    },
    'location.startNew': async ({ where }) => {
      const folder =
        where === 'usual'
          ? usualFolder
          : await dialogs.chooseFolder({
              title: 'Start a new library',
              button: 'Start here',
              startFolder: documentsFolder,
            });
      if (folder === null) return false;
      await checkEmptyFolder(folder, userDataFolder, notStarted);
      platform.reopen({ kind: 'open', folder, isNew: true });
      return true;
    },
    'location.chooseTarget': async () => {
      if (location.state !== 'open') throw new StetError('notFound', `${notMoved} It is not there.`);
      const { refusal } = await lock();
      if (refusal !== null) throw new StetError('readOnly', `${notMoved} ${refusal}`);
      const target = await dialogs.chooseFolder({
        title: 'Move the library to an empty folder',
        button: 'Move here',
        startFolder: documentsFolder,
      });
      if (target === null) return false;
      await refuseInside(target, location.folder, notMoved);
      await checkEmptyFolder(target, userDataFolder, notMoved);
      platform.reopen({ kind: 'move', target });
      return true;
    },
    'location.move': ({ taskId }) =>
      tasks.run(taskId, async (task) => {
        if (location.state !== 'moving')
          throw new StetError('badRequest', `${notMoved} Choose a folder first.`);
        const { folder: from, target: to } = location;
        const access = await lock();
        moving ??= moveLibrary({ from, to, userDataFolder, access }, task, platform);
        try {
          await moving;
        } finally {
          moving = null;
          await access.close();
        }
        return { folder: to };
      }),
    'location.reopen': async () => {
      const located = await locateLibrary(userDataFolder, platform);
      if (located.state === 'open') platform.reopen({ kind: 'same' });
      return toShownLocation(located, userDataFolder);
    },
  };
}

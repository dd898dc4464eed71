import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestCore } from '../../../unit/main/support/start-core';
import { mark } from '../test-edits';
import { millId } from '../test-library';
import { open } from './open';
import type { Operation } from './operation';

const unreadableBackup = 'a file of a backup that can’t be read counts as lost, and the window says so';

/** Makes a backup of the library as it is, in a folder beside it. */
const backUp = async ({ call }: TestCore) => {
  await call('backup.setFolder', { choice: 'ask' });
  await call('backup.run', { taskId: 'backup' });
};

const openAndBackUp = async (stet: TestCore) => {
  await open(stet);
  await backUp(stet);
};

const findBackup = async ({ call }: TestCore) => {
  const [backup] = await call('backup.list', null);
  if (!backup) throw new Error('there is no backup');
  return { libraryId: backup.libraryId, name: backup.name };
};

/** A file that can't be read for a moment is missing in the backup, which the settings say; the next backup has it. */
const runBackup = async ({ call }: TestCore) => {
  const made = await call('backup.run', { taskId: 'backup' });
  return made && made.missing > 0 ? 'named' : undefined;
};

/** Backups of the library and restores from them. */
export const backupOperations: readonly Operation[] = [
  {
    name: 'back up',
    otherCause: /the disk did not take it/,
    prepare: async (stet) => {
      await open(stet);
      await stet.call('backup.setFolder', { choice: 'ask' });
    },
    run: runBackup,
  },
  {
    name: 'back up again',
    otherCause: /the disk did not take it/,
    prepare: async (stet) => {
      await openAndBackUp(stet);
      await mark(stet, millId, 'since', 26);
    },
    run: runBackup,
  },
  {
    name: 'restore an article',
    whyNoDiskErrors: unreadableBackup,
    prepare: openAndBackUp,
    run: async (stet) => {
      const backup = await findBackup(stet);
      await stet.call('backup.restoreArticle', { taskId: 'restore', backup, articleId: millId });
    },
  },
  {
    name: 'restore the library',
    whyNoDiskErrors: unreadableBackup,
    prepare: async (stet) => {
      await openAndBackUp(stet);
      await mkdir(join(stet.platform.libraryFolder, '..', 'restored'), { recursive: true });
    },
    run: async (stet) => {
      const backup = await findBackup(stet);
      await stet.call('backup.restoreLibrary', { taskId: 'restore', backup });
    },
  },
];

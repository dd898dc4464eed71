import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readLibraryId } from '#main/storage/access/library-id.ts';
import { BackupSet } from '#main/storage/backup/backup-set.ts';
import { listContents, type Manifest } from '#main/storage/backup/manifest.ts';
import { computeSha256, listFileNames, openVault } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { createTitleChange, newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

/** Main's core with an article that has a source, and backups turned on in a folder outside of the library. */
export async function openBackups(options: Parameters<typeof openVault>[0] = {}) {
  const documentsFolder = await tempFolder();
  const chosen: { folder: string | null } = { folder: null };
  const picked: string[] = [];
  const stet = await openVault({
    documentsFolder,
    dialogs: {
      ...refusingDialogs,
      attachFiles: async () => picked,
      chooseFolder: async () => chosen.folder,
    },
    ...options,
  });
  const { call, articleId, library } = stet;
  await call('backup.setFolder', { choice: 'proposed' });
  const backupFolder = join(documentsFolder, 'Stet backups');
  const openSet = async (): Promise<BackupSet> => {
    const id = await readLibraryId(library);
    if (id === null) throw new Error('the library has no id');
    return new BackupSet(backupFolder, id);
  };
  const readNewest = async (): Promise<Manifest> => {
    const newest = await (await openSet()).readNewest();
    if (!newest) throw new Error('there is no backup');
    return newest;
  };
  let title = 'The mill';
  return {
    ...stet,
    backupFolder,
    chosen,
    run: () => call('backup.run', { taskId: newId() }),
    /** Renames the article, which is a change. */
    async rename(next: string) {
      await call('review.apply', { articleId, change: createTitleChange(articleId, title, next) });
      title = next;
    },
    /** Attaches a file with that content. */
    async attachFile(name: string, content: string) {
      picked.splice(0, picked.length, await stet.file(name, content));
      return stet.attach(name, content);
    },
    openSet,
    readNewest,
  };
}

/** Every file that the newest backup names is in the pool, and every content of the pool is what its name says. */
export async function expectPoolIsWhole({
  openSet,
  readNewest,
}: Pick<Awaited<ReturnType<typeof openBackups>>, 'openSet' | 'readNewest'>): Promise<void> {
  const { pool } = await openSet();
  const names = await listFileNames(pool);
  for (const name of names) expect(computeSha256(await readFile(join(pool, name)))).toBe(name);
  expect(names).toEqual(expect.arrayContaining(listContents(await readNewest())));
}

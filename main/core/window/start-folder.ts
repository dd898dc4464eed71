import { stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import type { System } from '#main/base/system.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';

/** The folder in which a dialog starts: the last one used if it still exists, otherwise the reviewer's documents. */
export async function getStartFolder(settings: SettingsStore, documents: string): Promise<string> {
  const { lastFolder } = settings.current();
  if (lastFolder === null || !isAbsolute(lastFolder)) return documents;
  const isFolder = await stat(lastFolder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder ? lastFolder : documents;
}

/** Remembers the folder of a file that was opened or saved. Never rejects: a failure is only logged. */
export async function rememberFolder(
  settings: SettingsStore,
  path: string,
  { log }: Pick<System, 'log'>,
): Promise<void> {
  const lastFolder = dirname(path);
  if (lastFolder === settings.current().lastFolder) return;
  await settings
    .change({ lastFolder })
    .catch((error) => log.error('the last folder could not be stored', error));
}

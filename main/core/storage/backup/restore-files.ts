import { dirname, join } from 'node:path';
import { StetError } from '../../errors/stet-error';
import type { GiveWay } from '../../tasks/give-way';
import { open, rm } from '../files/disk';
import { writeFully } from '../files/durable-file';
import { verifyStoredFile } from '../vault/stored-file';
import { createPrivateFolder } from './backup-folder';
import type { BackedUpArticle, BackedUpEnd, BackupFile } from './manifest';

export interface RestoreContext {
  /** The folder of the pool. */
  pool: string;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Gets the number of bytes of each chunk. */
  onBytes(bytes: number): void;
}

/** The newest whole version of an article. */
interface RestorableVersion {
  files: readonly BackupFile[];
  end: BackedUpEnd;
  /** When it was backed up, if an earlier backup had the whole version; null for the version of the backup itself. */
  takenAt: string | null;
}

/** The version of an article to restore: the one of the backup, or an earlier one when the history was not whole any more. */
export function chooseVersion({ isWhole, end, files, earlier }: BackedUpArticle): RestorableVersion {
  const [newest] = earlier;
  return isWhole || !newest
    ? { files, end, takenAt: null }
    : { files: newest.files, end: newest.end, takenAt: newest.takenAt };
}

/**
 * Writes the files of an article into a new folder, each verified while it is copied. Resolves to the paths of attached files that
 * the backup lost: the article is restored without them. Rejects with `damaged` when its history or a draft is lost, the system's
 * error, or the signal's reason; then the folder may be incomplete.
 */
export async function restoreFiles(
  folder: string,
  files: readonly BackupFile[],
  context: RestoreContext,
): Promise<string[]> {
  if (!files.some(({ path }) => path === 'history.jsonl')) throw notRestorableError();
  const lost: string[] = [];
  await createPrivateFolder(folder);
  for (const file of files) {
    const path = join(folder, file.path);
    await createPrivateFolder(dirname(path));
    if (await copyOut(path, file, context)) continue;
    if (!file.path.startsWith('vault/')) throw notRestorableError();
    lost.push(file.path);
  }
  return lost;
}

/** Copies a file out of the pool. False when it is missing or altered there, and then nothing is written. */
async function copyOut(
  path: string,
  file: BackupFile,
  { pool, giveWay, signal, onBytes }: RestoreContext,
): Promise<boolean> {
  const copy = await open(path, 'wx', 0o600);
  let written = 0;
  let isWhole = false;
  try {
    const onChunk = async (chunk: Buffer) => {
      await writeFully(copy, chunk, written);
      written += chunk.length;
      onBytes(chunk.length);
      await giveWay(chunk.length);
    };
    const { sha256, bytes } = file;
    const state = await verifyStoredFile(join(pool, sha256), sha256, onChunk, signal);
    isWhole = state === 'unchanged' && written === bytes;
    await copy.datasync();
  } finally {
    await copy.close();
  }
  if (!isWhole) await rm(path);
  return isWhole;
}

/** The backup itself is damaged where it matters. */
function notRestorableError(): StetError {
  return new StetError(
    'damaged',
    'This article can’t be restored from this backup: a part of its history or text is missing there. ' +
      'Nothing was changed. Try an older backup.',
  );
}

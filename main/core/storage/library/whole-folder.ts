import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { removeTree, rename } from '../files/disk';
import { syncFolder } from '../files/durable-file';
import { asNotStored, MaybeStoredError } from '../files/not-saved-error';
import type { WriteAccess } from '../lock/write-access';
import { articleFolder, libraryPaths } from '../paths';
import { creationFolder } from './unfinished-folder';

interface FolderContext extends Pick<System, 'libraryFolder' | 'newId'> {
  access: WriteAccess;
}

/**
 * Creates the folder of an article. `fill` writes its files under another name, and the folder is renamed last, so that an
 * article exists whole or not at all. Resolves once it would survive a power cut. Rejects with the system's error, as
 * `WriteAccess.verify` or as `fill`, and then nothing is left behind; with a `MaybeStoredError` when the disk failed at the very
 * end, and again while that was taken back.
 */
export async function createWholeFolder(
  articleId: string,
  fill: (folder: string) => Promise<void>,
  { libraryFolder, access, newId }: FolderContext,
): Promise<void> {
  const making = creationFolder(libraryFolder, newId());
  const final = articleFolder(libraryFolder, articleId);
  try {
    await access.verify();
    await fill(making).catch((error) => {
      throw asNotStored(error);
    });
    await access.verify();
    await rename(making, final);
    // Without the sync the article may be there after a power cut or not: who tries again must not find it twice.
    await syncFolder(libraryPaths(libraryFolder).articles).catch(async (error) => {
      await rename(final, making).catch(() => {
        throw new MaybeStoredError('an article may have been stored', { cause: error });
      });
      throw error;
    });
  } catch (error) {
    if (error instanceof MaybeStoredError) throw error;
    // Who took the library over meanwhile may have removed the folder, which is why writing failed.
    const refusal = await access.verify().catch((reason: unknown) => reason);
    if (refusal instanceof StetError) throw refusal;
    await removeTree(making).catch(() => undefined);
    throw error;
  }
}

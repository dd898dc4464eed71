import type { Platform } from '../../platform';
import { rm } from '../files/disk';
import type { FilePlatform } from '../files/durable-json-file';
import { articleFolder, libraryPaths } from '../paths';
import { writeBinMark } from './bin-mark';
import type { LibraryRow } from './library-file';

type Context = FilePlatform & Pick<Platform, 'libraryFolder'>;

/**
 * Stores the bin of a list of an earlier version with the articles. Has to be done before that list is overwritten or differs
 * from them. Rejects as `writeBinMark` does, and can be tried again.
 */
export async function storeListedBin(articles: Iterable<LibraryRow>, context: Context): Promise<void> {
  for (const { entry } of articles)
    if (entry.binnedAt !== null)
      await writeBinMark(articleFolder(context.libraryFolder, entry.id), entry.binnedAt, context);
}

/**
 * Removes the file in which earlier versions kept the sources of all articles: it would name those of articles that were
 * deleted since. Never rejects.
 */
export async function removeFormerSources({ libraryFolder, access, log }: Context): Promise<void> {
  try {
    await access.verify();
    await rm(libraryPaths(libraryFolder).formerSources, { force: true });
  } catch (error) {
    log.error('the list of sources of an earlier version could not be removed', error);
  }
}

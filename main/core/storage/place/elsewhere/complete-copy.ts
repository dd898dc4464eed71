import { getErrorCode } from '../../../errors/error-code';
import { StetError } from '../../../errors/stet-error';
import { readFile, rename } from '../../files/disk';
import { createFolder, writeFileDurably } from '../../files/durable-file';
import type { FilePlatform } from '../../files/durable-json-file';
import { articleFolder, articlePaths } from '../../paths';
import { DraftFiles } from '../../review/draft-files';
import { compareHistories } from '../../review/history/compare-histories';
import { readArticle } from '../../review/read-article';
import type { ArticleMemory } from '../../review/review-store';
import type { PlacePlatform } from '../place-record';

/**
 * Makes sure that an article whose edits wait to be saved is whole in a copy of its library: what could not be read on the disk
 * is written from memory. A damaged history is kept beside it. Rejects with the system's error, or with `damaged` when the
 * article can't be edited in the copy; then its edits could not be saved there.
 */
export async function completeCopy(
  libraryFolder: string,
  articleId: string,
  { history, end, draft }: ArticleMemory,
  platform: PlacePlatform & Pick<FilePlatform, 'access'>,
): Promise<void> {
  const folder = articleFolder(libraryFolder, articleId);
  const paths = articlePaths(folder);
  await createFolder(paths.drafts);
  const copied = await readFile(paths.history).catch((error) => {
    if (getErrorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const { kind } = compareHistories(history, copied, end);
  if (kind === 'diverged')
    await rename(
      paths.history,
      `${paths.history}.damaged-${platform.now().toISOString().replaceAll(/[:.]/g, '-')}`,
    );
  if (kind === 'diverged' || kind === 'behind') await writeFileDurably(paths.history, history);
  const drafts = new DraftFiles(paths.drafts, platform);
  if ((await drafts.peek(draft)) === null) await drafts.write(draft);
  const content = await readArticle(folder, platform);
  if (content.readOnlyReason !== null)
    throw new StetError(
      'damaged',
      `The library was not copied: the article that is open can’t be edited in the copy. ${content.readOnlyReason}`,
    );
}

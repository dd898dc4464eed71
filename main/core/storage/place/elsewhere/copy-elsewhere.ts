import { basename, join, sep } from 'node:path';
import { StetError } from '../../../errors/stet-error';
import type { Task } from '../../../tasks/task';
import { rm, stat } from '../../files/disk';
import { describeDiskError } from '../../files/disk-messages';
import { syncFolder } from '../../files/durable-file';
import { makePrivateFolder } from '../../files/private-access';
import { tempName } from '../../files/temp-files';
import { alwaysWritable } from '../../lock/write-access';
import { articleFolder, articlePaths, libraryPaths } from '../../paths';
import type { ArticleMemory } from '../../review/review-store';
import { vaultMarker } from '../../vault/sweep-vault';
import { copyLibrary } from '../move/copy-library';
import { discardCopy } from '../move/finish-move';
import { writeMoveMark } from '../move/move-mark';
import { PlaceFile, type PlacePlatform } from '../place-record';
import { completeCopy } from './complete-copy';

interface CopyElsewhere {
  from: string;
  /** An empty folder, or one that is to be created. */
  to: string;
  userDataFolder: string;
  /** The articles whose edits wait to be saved, by id. */
  open: ReadonlyMap<string, ArticleMemory>;
  /** The ids of all articles, as far as they are known. */
  articleIds: readonly string[];
  /** Asks whether to go on without the articles that can't be read. */
  confirmLoss(lost: number, total: number): Promise<boolean>;
}

/** The files and articles that a copy of a library lacks, and whether the next start opens it. */
export interface CopyElsewhereResult {
  /** The ids of the articles that could not be read. */
  lostArticleIds: string[];
  /** How many other files could not be read. */
  lostFiles: number;
  /** Whether this computer's record names the copy, so that the next start opens it. */
  isNoted: boolean;
}

/**
 * Copies what can be read of a library that can't be written to, and the open articles from memory where they can't be read. The
 * library itself is only read. Nothing may be written to it meanwhile. Resolves once the copy would survive a power cut, and to
 * null when the reviewer does not want it without what can't be read. Rejects with a `StetError` or with the signal's reason when
 * it aborts; then everything is as it was.
 */
export async function copyElsewhere(
  { from, to, userDataFolder, open, articleIds, confirmLoss }: CopyElsewhere,
  task: Task,
  platform: PlacePlatform,
): Promise<CopyElsewhereResult | null> {
  const record = new PlaceFile(userDataFolder, platform);
  const unreadable = new Set<string>();
  // The disk that can't be written to may be the one of the record as well.
  const note = (changed: Parameters<PlaceFile['change']>[0]) =>
    record.change(changed).then(
      () => true,
      (error) => {
        platform.log.error('the place of a copy of the library could not be stored', error);
        return false;
      },
    );
  const discard = async () => {
    await discardCopy(to, platform);
    await note({ moving: null });
  };
  try {
    await note({ moving: to });
    const partial = {
      onUnreadable: (path: string) => unreadable.add(path),
      isLeftOut: (path: string) => isLeftOut(path, open),
    };
    await copyLibrary(from, to, task, platform, partial);
    for (const [articleId, memory] of open)
      await completeCopy(to, articleId, memory, { ...platform, access: alwaysWritable });
    const lostArticleIds = await listLost(to, articleIds);
    if (lostArticleIds.length > 0 && !(await confirmLoss(lostArticleIds.length, articleIds.length))) {
      await discard();
      return null;
    }
    task.signal.throwIfAborted();
    await makePrivateFolder(to);
    // From now on it is a library of its own, whatever the record says.
    await rm(libraryPaths(to).move);
    await syncFolder(to).catch(async (error) => {
      // So that it is known as an unfinished copy, which is removed.
      await writeMoveMark(to, { from, files: [] }, platform);
      throw error;
    });
    const isNoted = await note({
      ...{ folder: to, isNew: false, isAccepted: true },
      ...{ moving: null, leaving: null },
    });
    return { lostArticleIds, lostFiles: countOther(unreadable, lostArticleIds), isNoted };
  } catch (error) {
    await discard();
    throw task.signal.aborted ? error : notCopiedError(error);
  }
}

/**
 * Temporary files are not copied, nor is the mark that an open article's vault is to be swept: an edit that waits may name a
 * file that no change names yet.
 */
function isLeftOut(path: string, open: CopyElsewhere['open']): boolean {
  if (tempName.test(path)) return true;
  return [...open.keys()].some((id) => path === join(articlePaths(articleFolder('', id)).vault, vaultMarker));
}

/** The articles that have no history in the copy. Rejects when that are all of them. */
async function listLost(folder: string, articleIds: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const id of articleIds)
    await stat(articlePaths(articleFolder(folder, id)).history).catch(() => lost.push(id));
  if (lost.length === articleIds.length && lost.length > 0)
    throw new StetError(
      'notSaved',
      'The library was not copied: nothing in it can be read. Your edits are kept in this window. Connect its disk again, or put its folder back, then try again.',
    );
  return lost;
}

/** How many files are missing in the articles that are there. Those that Stet makes again by itself do not count. */
function countOther(unreadable: ReadonlySet<string>, lostArticleIds: readonly string[]): number {
  const { snapshot, summary } = articlePaths('');
  const isOther = (path: string) =>
    path !== '' &&
    ![snapshot, summary].includes(basename(path)) &&
    !lostArticleIds.some((id) => isInside(path, articleFolder('', id)));
  return [...unreadable].filter(isOther).length;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function notCopiedError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { why, remedy } = describeDiskError(error);
  return new StetError(
    'notSaved',
    `The library was not copied: in the other folder, ${why}. Your edits are kept in this window. ${remedy}, or choose another folder.`,
    { cause: error },
  );
}

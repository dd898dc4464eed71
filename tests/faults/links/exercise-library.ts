import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runFsck } from '../../../main/core/storage/check/fsck';
import { PlaceFile } from '../../../main/core/storage/place/place-record';
import type { ShownCheckReport } from '../../../shared/contract/commands/backup-commands';
import type { TestCore } from '../../unit/main/support/start-core';
import { fillTarget } from '../support/arrangements';
import { type Folders, movedLibrary } from '../support/library-folders';
import { operations } from '../support/operations/operations';
import { mark } from '../support/test-edits';
import { millId, otherId, start } from '../support/test-library';

/** The findings of the two checks of a library. */
export interface Said {
  report: ShownCheckReport | null;
  /** The output of `npm run fsck`. */
  fsck: string;
}

/** Most of what is done here fails, because a link is in the way: only what happens to files counts. */
const attempt = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);

/**
 * Does to a library all that can be done to one: opens, edits, closes, sweeps, deletes, backs up, restores, checks, repairs
 * and moves it.
 */
export async function exerciseLibrary(folders: Folders): Promise<Said> {
  const report = await withCore(folders, 'first', async (stet) => {
    for (const { name, arrange, startOptions, prepare, run } of operations) {
      if (arrange || startOptions || name === 'give the lock back') continue;
      if (prepare) await attempt(prepare(stet));
      await attempt(run(stet));
    }
    return checkAndRepair(stet);
  });
  const output: string[] = [];
  const fsckArguments = [folders.library, '--backups', join(folders.base, 'backups'), '--repair'];
  await attempt(runFsck(fsckArguments, (line) => output.push(line)));
  await withCore(folders, 'second', async (stet) => {
    await attempt(mark(stet, millId, 'again', 34));
    await attempt(stet.call('review.close', { articleId: millId }));
    await attempt(stet.call('library.bin', { articleId: otherId }));
    await attempt(stet.call('library.delete', { articleId: otherId }));
    await attempt(stet.call('backup.run', { taskId: 'backup' }));
  });
  await move(folders);
  return { report, fsck: output.join('\n') };
}

/** Opens the library for some work, and closes it. */
async function withCore<T>(
  folders: Folders,
  word: string,
  work: (stet: TestCore) => Promise<T>,
): Promise<T | null> {
  const stet = start(folders, word, { log: { error: () => undefined } });
  try {
    await attempt(stet.call('library.list', null));
    return await attempt(work(stet));
  } finally {
    await stet.core.close();
  }
}

async function checkAndRepair({ call }: TestCore): Promise<ShownCheckReport | null> {
  const report = await call('check.run', { taskId: 'check' });
  const repairIds = report?.findings.flatMap(({ repairId }) => repairId ?? []) ?? [];
  if (repairIds.length > 0) await attempt(call('check.repair', { taskId: 'repair', repairIds }));
  return report;
}

async function move(folders: Folders): Promise<void> {
  const platform = { now: () => new Date(), log: { error: () => undefined } };
  await mkdir(folders.userData, { recursive: true });
  await attempt(new PlaceFile(folders.userData, platform).change({ folder: folders.library }));
  await fillTarget(folders);
  const target = movedLibrary(folders);
  const moving = start(folders, 'moving', {
    log: { error: () => undefined },
    place: { state: 'moving', folder: folders.library, target },
  });
  await attempt(moving.call('place.move', { taskId: 'move' }));
  await moving.core.close();
  // The next start removes what was copied.
  await withCore({ ...folders, library: target }, 'moved', async () => undefined);
}

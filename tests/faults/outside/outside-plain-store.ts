import { copyFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createPlainFile, type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';

const events: ((path: string, older: string) => Promise<unknown>)[] = [
  async (path, older) => {
    await copyFile(older, `${path}.copy`);
    await rename(`${path}.copy`, path);
  },
  (path) => rm(path),
  async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
];

/**
 * Lets something happen to a plain store's file between two changes, one of them by another program that added a change of its
 * own, which a store that writes everything overwrites.
 */
export async function changePlainOutside(folder: string, store: PlainStore): Promise<Tally> {
  const tally = createTally();
  for (const happen of [...events, null]) {
    const path = join(folder, 'plain.json');
    await rm(path, { force: true });
    await createPlainFile(path, store);
    await copyFile(path, `${path}.older`);
    const open = await store.open(path);
    await open.add('ours');
    const acknowledged = [...open.ids(), 'next'];
    if (happen) await happen(path, `${path}.older`);
    else {
      await (await store.open(path)).add('theirs');
      acknowledged.push('theirs');
    }
    await open.add('next');
    const ids = await readPlainIds(path, store);
    const lost = acknowledged.filter((id) => !ids?.includes(id)).length;
    tally.faults += 1;
    tally.acknowledged += acknowledged.length;
    tally.lost += lost;
    if (ids === null) tally.unreadable += 1;
    else tally.silent += lost;
  }
  return tally;
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../bench/support/random';
import { createPlainFile, type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';
import type { Damage } from './damages';

/** Damages the file of a plain store, and counts what it does not have any more, or has otherwise, without a word. */
export async function damagePlainStore(
  folder: string,
  store: PlainStore,
  { damage, random, count }: { damage: Damage; random: Random; count: number },
): Promise<Tally> {
  const path = join(folder, `${store.name}.json`);
  const ids = await createPlainFile(path, store);
  const bytes = await readFile(path);
  const other = Buffer.from(JSON.stringify({ changes: [{ id: 'another', note: '' }] }));
  const tally = createTally();
  for (let time = 0; time < count; time += 1) {
    const damaged = damage.apply(bytes, random, other);
    await writeFile(path, damaged);
    const found = await readPlainIds(path, store);
    const lost = ids.filter((id) => !found?.includes(id)).length;
    tally.faults += 1;
    tally.acknowledged += ids.length;
    tally.lost += lost;
    if (found === null) tally.unreadable += 1;
    // A note with other letters is as silent as one that is gone.
    else if (!damaged.equals(bytes)) tally.silent += 1;
  }
  return tally;
}

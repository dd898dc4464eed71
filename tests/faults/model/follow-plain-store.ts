import { join } from 'node:path';
import { type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';
import { reopenEvery, stepsPerArticle } from './follow-model';

/** Adds changes to a plain store, opens it anew as often as the library, and counts those that are not there. */
export async function followPlainStore(folder: string, store: PlainStore, steps: number): Promise<Tally> {
  const tally = createTally();
  for (let first = 0; first < steps; first += stepsPerArticle) {
    const path = join(folder, `${store.name} ${first}.json`);
    let open = await store.open(path);
    const expected: string[] = [];
    for (let step = first; step < Math.min(steps, first + stepsPerArticle); step += 1) {
      await open.add(`step-${step}`);
      expected.push(`step-${step}`);
      if (step % reopenEvery !== reopenEvery - 1) continue;
      const ids = await readPlainIds(path, store);
      tally.faults += 1;
      if (ids === null) tally.unreadable += 1;
      const lost = expected.filter((id) => !ids?.includes(id)).length;
      tally.lost += lost;
      if (ids !== null) tally.silent += lost;
      open = await store.open(path);
    }
    tally.acknowledged += expected.length;
  }
  return tally;
}

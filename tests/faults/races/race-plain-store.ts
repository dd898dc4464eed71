import { join } from 'node:path';
import { createPlainFile, type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';

/** Two programs with one plain file: both read it, and each writes all that it knows. */
export async function racePlainStore(folder: string, store: PlainStore, times: number): Promise<Tally> {
  const tally = createTally();
  const path = join(folder, 'plain.json');
  for (let time = 0; time < times; time += 1) {
    const acknowledged = await createPlainFile(path, store);
    const programs = [await store.open(path), await store.open(path)];
    for (let edit = 1; edit <= 6; edit += 1)
      for (const [at, program] of programs.entries()) {
        await program.add(`${at}-${edit}`);
        acknowledged.push(`${at}-${edit}`);
      }
    const ids = await readPlainIds(path, store);
    const lost = acknowledged.filter((id) => !ids?.includes(id)).length;
    tally.faults += 1;
    tally.acknowledged += acknowledged.length;
    tally.lost += lost;
    tally.silent += lost;
  }
  return tally;
}

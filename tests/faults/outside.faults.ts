import { join } from 'node:path';
import { createRandom } from '../bench/support/random';
import { outsideEvents } from './outside/events';
import { happenOutside, outsideOperations, planOutside } from './outside/happen-outside';
import { changePlainOutside } from './outside/outside-plain-store';
import { foldersIn, withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import { addTally, createTally, type Print, printTable, type Row } from './support/tally';
import { createLibrary } from './support/test-library';

/** Lets every event happen after every operation, and prints how many changes were lost. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const rows = await happenAfterAll(folder, seed, 1);
    const [first] = rows;
    if (first) {
      first.lowdb = await changePlainOutside(folder, plainLowdb);
      first.writeFile = await changePlainOutside(folder, plainWriteFile);
    }
    return printTable(print, rows);
  });
}

/** Lets one in `every` events happen. Resolves to a row for each event. */
export async function happenAfterAll(folder: string, seed: number, every: number): Promise<Row[]> {
  const random = createRandom(seed);
  const library = foldersIn(join(folder, 'library'));
  await createLibrary(library);
  const rows = outsideEvents.map(
    ({ name }): Row => ({ fault: name, stet: createTally(), lowdb: null, writeFile: null }),
  );
  for (const operation of outsideOperations) {
    const chosen = outsideEvents.map(() => random.below(every) === 0);
    if (!chosen.includes(true)) continue;
    const plan = await planOutside(operation, library, folder);
    for (const [at, event] of outsideEvents.entries()) {
      const row = rows[at];
      if (chosen[at] && row) addTally(row.stet, await happenOutside(plan, event, library, folder));
    }
  }
  return rows.filter(({ stet }) => stet.faults > 0);
}

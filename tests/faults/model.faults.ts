import { createRandom } from '../bench/support/random';
import { followModel } from './model/follow-model';
import { followPlainStore } from './model/follow-plain-store';
import { foldersIn, withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import { createTally, type Print, printTable } from './support/tally';

const steps = 20_000;

/** Compares random steps with a model in memory, and opens the library anew every 50. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const wrong = await followModel(foldersIn(folder), createRandom(seed), steps);
    const stet = { ...createTally(), faults: steps / 50, acknowledged: steps, wrong };
    const lowdb = await followPlainStore(folder, plainLowdb, steps);
    const writeFile = await followPlainStore(folder, plainWriteFile, steps);
    return printTable(print, [{ fault: 'random steps, reopened every 50', stet, lowdb, writeFile }]);
  });
}

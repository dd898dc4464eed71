import { join } from 'node:path';
import { createRandom } from '../../bench/support/random';
import { startProcess } from '../../unit/main/core/crash/process-to-kill';
import { quickProgram } from '../../unit/main/core/crash/quick-program';
import { createPlainFile, type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';

const maxLifeMs = 40;

/** Kills a program with a plain store again and again. After a loss its file is made anew. */
export async function killPlainWriter(
  folder: string,
  store: PlainStore,
  seed: number,
  kills: number,
): Promise<Tally> {
  const random = createRandom(seed);
  const path = join(folder, `${store.name}.json`);
  let acknowledged = await createPlainFile(path, store);
  const entry = join(import.meta.dirname, 'plain-writer.ts');
  const program = await quickProgram(entry, join(folder, store.name), [
    join(folder, 'example.json'),
    store.name,
    'x',
  ]);
  const tally = { ...createTally(), faults: kills };
  for (let kill = 1; kill <= kills; kill += 1) {
    const writer = startProcess(program, [path, store.name, `kill-${kill}`]);
    const lines = await writer.workAndDie(random.next() * maxLifeMs, 'firstWork');
    const saved = lines.map((line) => line.slice('saved '.length));
    tally.acknowledged += acknowledged.length + saved.length;
    const ids = await readPlainIds(path, store);
    const lost = [...acknowledged, ...saved].filter((id) => !ids?.includes(id));
    tally.lost += lost.length;
    if (ids === null) tally.unreadable += 1;
    else tally.silent += lost.length;
    // Made anew now and then as well, because writing everything takes longer with each change.
    acknowledged =
      lost.length > 0 || acknowledged.length > 2_000 ? await createPlainFile(path, store) : (ids ?? []);
  }
  return tally;
}

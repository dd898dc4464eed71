import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inLanes } from '../support/in-lanes';
import { createPlainFile, type PlainStore, readPlainIds } from '../support/plain-stores';
import { createTally, type Tally } from '../support/tally';
import { callsSchema, noFault } from './fault-control';
import type { FaultProgram } from './fault-program';
import { listKills } from './kill-at-calls';

/** Kills a plain store at each system call of one acknowledged change, and counts what its file has lost. */
export async function killPlainStore(
  folder: string,
  store: PlainStore,
  program: FaultProgram,
): Promise<Tally> {
  const original = join(folder, `original ${store.name}.json`);
  const old = await createPlainFile(original, store);
  const runOn = async (lane: string, fault: typeof noFault) => {
    const base = join(folder, `${store.name} ${lane}`.replaceAll(' ', '-'));
    await rm(base, { recursive: true, force: true });
    await mkdir(base);
    await cp(original, join(base, 'plain.json'));
    const lines = await program.run(base, store.name, fault, lane);
    return { lines, ids: await readPlainIds(join(base, 'plain.json'), store) };
  };
  const { lines } = await runOn('plan', noFault);
  const calls = callsSchema.parse(
    JSON.parse(lines.find((line) => line.startsWith('calls '))?.slice(6) ?? '[]'),
  );
  const tally = createTally();
  await inLanes(listKills(calls), 4, async (fault, lane) => {
    const { lines, ids } = await runOn(`plain-${lane}`, fault);
    const acknowledged = lines.includes('acknowledged') ? [...old, 'new'] : old;
    tally.faults += 1;
    tally.acknowledged += acknowledged.length;
    if (ids === null) tally.unreadable += 1;
    const lost = acknowledged.filter((id) => !ids?.includes(id)).length;
    tally.lost += lost;
    // A file that can't be read is noticed; one that is empty or gone is not.
    if (ids !== null) tally.silent += lost;
  });
  return tally;
}

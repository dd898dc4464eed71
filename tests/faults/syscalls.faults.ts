import { createRandom } from '../bench/support/random.ts';
import { withTempFolder } from './support/library-folders.ts';
import { type Operation, operations } from './support/operations.ts';
import { inLanes, type Print, printTable, type Row, sumTallies } from './support/tally.ts';
import { canTrace, findInjectorObstacle } from './syscalls/fault-program.ts';
import { Killer, listKills } from './syscalls/kill-at-calls.ts';

const lanes = 4;

/** Kills Stet before, in and after every system call of each operation, and starts it anew. Resolves to the failures. */
export async function run(print: Print): Promise<number> {
  const obstacle = await findInjectorObstacle();
  if (obstacle !== null) {
    print(obstacle);
    return 0;
  }
  return withTempFolder(async (folder) => {
    const killer = await Killer.create(folder);
    const rows: Row[] = [];
    const unseen: string[] = [];
    const isTraced = await canTrace();
    for (const operation of operations) {
      const plan = await killer.plan(operation);
      if (isTraced) unseen.push(...[(await killer.findUnseen(plan)) ?? []].flat());
      const tallies = await inLanes(listKills(plan.calls), lanes, (fault, lane) =>
        killer.kill(plan, fault, lane),
      );
      const fault = `${operation.name}, ${plan.calls.length} calls`;
      rows.push({ fault, tally: sumTallies(tallies) });
    }
    const failures = printTable(print, rows);
    print(
      isTraced
        ? `  strace saw ${unseen.length === 0 ? 'the same calls' : `other calls: ${unseen.join('; ')}`}`
        : '  Whether every call was seen was not checked: strace does not work here.',
    );
    return failures + unseen.length;
  });
}

/** A few kills at random calls of a few operations, for `npm test`. Resolves to what was wrong. */
export async function runShort(
  folder: string,
  seed: number,
  counts: { operations: number; kills: number },
): Promise<string[]> {
  const random = createRandom(seed);
  const killer = await Killer.create(folder);
  const rest: Operation[] = [...operations];
  const wrong: string[] = [];
  for (let count = 0; count < counts.operations; count += 1) {
    const [operation] = rest.splice(random.below(rest.length), 1);
    if (!operation) break;
    const plan = await killer.plan(operation);
    const all = listKills(plan.calls);
    const faults = Array.from({ length: counts.kills }, () => all.splice(random.below(all.length), 1)).flat();
    const tallies = await inLanes(faults, lanes, (fault, lane) => killer.kill(plan, fault, lane));
    const { wrong: found, lost, silent } = sumTallies(tallies);
    wrong.push(...found.map((what) => `${operation.name}, ${what}`));
    if (lost + silent > 0) wrong.push(`${operation.name}: ${lost} acknowledged changes lost`);
  }
  return wrong;
}

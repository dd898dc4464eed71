import { join } from 'node:path';
import { createRandom } from '../bench/support/random';
import { quickProgram } from '../unit/main/core/crash/quick-program';
import { raceMachines } from './races/race-machines';
import { racePlainStore } from './races/race-plain-store';
import { pauseAndTakeOver, raceFolder, startTogether } from './races/race-processes';
import { inLanes } from './support/in-lanes';
import { copyFolders, foldersIn, withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import { type Print, printTable, type Row, sumTallies } from './support/tally';
import { createLibrary } from './support/test-library';

const lanes = 2;

/** Lets two processes, and two computers, write to one library at the same time. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const rows = await raceAll(folder, seed, { together: 250, paused: 250, machines: 200 });
    const [first] = rows;
    if (first) {
      first.lowdb = await racePlainStore(folder, plainLowdb, 50);
      first.writeFile = await racePlainStore(folder, plainWriteFile, 50);
    }
    return printTable(print, rows);
  });
}

export async function raceAll(
  folder: string,
  seed: number,
  counts: { together: number; paused: number; machines: number },
): Promise<Row[]> {
  const library = foldersIn(join(folder, 'library'));
  await createLibrary(library);
  const example = await copyFolders(library, join(folder, 'example'));
  const args = [example.library, example.userData, example.base, 'example', '3', ''];
  const program = await quickProgram(
    join(import.meta.dirname, 'races/writer.ts'),
    join(folder, 'program'),
    args,
  );
  const race = async (fault: string, times: number, kind: typeof startTogether): Promise<Row> => {
    const all = Array.from({ length: times }, (_, time) => time);
    const tallies = await inLanes(all, lanes, (time, lane) =>
      kind({ program, library, folder: raceFolder(folder, lane), random: createRandom(seed + time) }),
    );
    return { fault, stet: sumTallies(tallies), lowdb: null, writeFile: null };
  };
  return [
    await race('two processes start together', counts.together, startTogether),
    await race('paused, taken over, continued', counts.paused, pauseAndTakeOver),
    await race('two computers and a sync tool', counts.machines, (context) =>
      raceMachines(library, context.folder, context.random),
    ),
  ];
}

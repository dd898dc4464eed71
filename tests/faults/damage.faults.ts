import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../bench/support/random';
import { type DamagedLibrary, damageOnce } from './damage/damage-library';
import { damagePlainStore } from './damage/damage-plain-store';
import { damages } from './damage/damages';
import { viewArticles } from './support/describe-library';
import { copyFolders, foldersIn, withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import {
  addTally,
  createTally,
  type Print,
  printTable,
  type Row,
  sumTallies,
  type Tally,
} from './support/tally';
import { createLibrary, start } from './support/test-library';

const count = 10_000;
const plainCount = 200;

/** Damages random files in random ways, and prints what was found. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const rows = await damageRandomly(folder, seed, count);
    for (const damage of damages) {
      const row = rows.find(({ fault }) => fault.startsWith(`${damage.name}, history`));
      const options = { damage, random: createRandom(seed), count: plainCount };
      if (!row) continue;
      row.lowdb = await damagePlainStore(folder, plainLowdb, options);
      row.writeFile = await damagePlainStore(folder, plainWriteFile, options);
    }
    const failures = printTable(print, rows);
    for (const line of summarize(rows)) print(`  ${line}`);
    return failures;
  });
}

/** The rows of the table in a few sentences. */
function summarize(rows: readonly Row[]): string[] {
  const sum = (isIncluded: (fault: string) => boolean) =>
    sumTallies(rows.filter(({ fault }) => isIncluded(fault)).map(({ stet }) => stet));
  const all = sum(() => true);
  const flipped = sum((fault) => /^flipped bit, (?:history|snapshot|list)/.test(fault));
  const backedUp = sum(
    (fault) => fault.endsWith('with a backup') && !/, settings|, backup list|, library id/.test(fault),
  );
  const isWhole = ({ faults, named, repaired, restored }: Tally) => faults - named + repaired + restored;
  const others = all.wrong.filter((what) => what.includes('another article')).length;
  return [
    `${all.faults - all.silent} of ${all.faults} damages were named, or cost nothing`,
    `${isWhole(flipped)} of ${flipped.faults} flipped bits of histories, snapshots and lists were repaired`,
    `${isWhole(backedUp)} of ${backedUp.faults} damages of what has a second copy, backups included, were repaired`,
    `${all.named - all.repaired - all.restored} damages of what has none were named only`,
    `${others} times another article was touched`,
  ];
}

/** A library with or without a backup of everything. */
async function prepareLibrary(folder: string, hasBackup: boolean): Promise<DamagedLibrary> {
  // Where it is damaged later: the settings name the folder of the backups.
  const folders = foldersIn(join(folder, 'damaged'));
  await rm(folders.base, { recursive: true, force: true });
  await createLibrary(folders);
  if (hasBackup) {
    const stet = start(folders, 'backup');
    await stet.call('library.list', null);
    await stet.call('backup.setFolder', { choice: 'ask' });
    await stet.call('backup.run', { taskId: 'backup' });
    await stet.core.close();
  }
  const kept = await copyFolders(folders, join(folder, hasBackup ? 'backed-up' : 'library'));
  return { folders: kept, healthy: await viewArticles(folders), hasBackup };
}

/** Resolves to a row for each kind of damage and of file, with and without a backup. */
export async function damageRandomly(folder: string, seed: number, times: number): Promise<Row[]> {
  const random = createRandom(seed);
  const libraries = [await prepareLibrary(folder, false), await prepareLibrary(folder, true)];
  const rows = new Map<string, Row>();
  for (let time = 0; time < times; time += 1) {
    const damage = damages[time % damages.length];
    const library = libraries[Math.floor(time / damages.length) % libraries.length];
    if (!damage || !library) break;
    const { kind, tally } = await damageOnce(library, damage, random, folder);
    const fault = `${damage.name}, ${kind}${library.hasBackup ? ', with a backup' : ''}`;
    const row = rows.get(fault) ?? { fault, stet: createTally(), lowdb: null, writeFile: null };
    addTally(row.stet, tally);
    rows.set(fault, row);
  }
  return [...rows.values()].sort((a, b) => (a.fault < b.fault ? -1 : 1));
}

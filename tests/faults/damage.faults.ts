import { join } from 'node:path';
import { seeded } from '../unit/main/core/crash/random';
import { type DamagedLibrary, damageOnce } from './damage/damage-library';
import { damagePlainStore } from './damage/damage-plain-store';
import { damages } from './damage/damages';
import { viewArticles } from './support/describe-library';
import { copyFolders, foldersIn, withTempFolder } from './support/library-folders';
import { plainLowdb, plainWriteFile } from './support/plain-stores';
import { addTally, createTally, type Print, printTable, type Row } from './support/tally';
import { createLibrary, start } from './support/test-library';

const count = 10_000;
const plainCount = 200;

/** Damages random files in random ways, and prints what was found. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  return withTempFolder(async (folder) => {
    const rows = await damageRandomly(folder, seed, count);
    for (const damage of damages) {
      const row = rows.find(({ fault }) => fault.startsWith(`${damage.name}, history`));
      const options = { damage, random: seeded(seed), count: plainCount };
      if (!row) continue;
      row.lowdb = await damagePlainStore(folder, plainLowdb, options);
      row.writeFile = await damagePlainStore(folder, plainWriteFile, options);
    }
    return printTable(print, rows);
  });
}

/** A library with or without a backup of everything. */
async function prepareLibrary(folder: string, hasBackup: boolean): Promise<DamagedLibrary> {
  const folders = foldersIn(join(folder, hasBackup ? 'backed-up' : 'library'));
  await createLibrary(folders);
  if (hasBackup) {
    const stet = start(folders, 'backup');
    await stet.call('library.list', null);
    await stet.call('backup.setFolder', { choice: 'ask' });
    await stet.call('backup.run', { taskId: 'backup' });
    await stet.core.close();
  }
  const healthy = await viewArticles(await copyFolders(folders, join(folder, 'healthy')));
  return { folders, healthy, hasBackup };
}

/** Resolves to a row for each kind of damage and of file, with and without a backup. */
export async function damageRandomly(folder: string, seed: number, times: number): Promise<Row[]> {
  const random = seeded(seed);
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

import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShownCheckReport } from '#shared/contract/commands/backup-commands.ts';
import { choose } from '#tests/unit/effort.ts';
import { flipBit, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { listAllFiles, openChecked, readAllFiles } from './open-checked.ts';

const listDamaged = ({ findings }: ShownCheckReport) =>
  findings.filter(({ kind }) => kind === 'damage').map(({ file }) => basename(file));

/**
 * The files of a library and its backups that say something about an article: no lock, no mark, no id of this computer, and not the
 * index of the search, which is among the user data and made again.
 */
async function listChecked(library: string, backupFolder: string): Promise<string[]> {
  const paths = [...(await listAllFiles(library)), ...(await listAllFiles(backupFolder))];
  return paths.filter(
    (path) =>
      !/(?:[\\/]search[\\/].*|unswept|lock\.json|installation\.json|known-libraries\.json|library-location\.json|settings\.json)$/.test(
        path,
      ),
  );
}

test('a whole library is verified completely, and nothing is written', async () => {
  const { check, library, backupFolder } = await openChecked();
  const before = [await readAllFiles(library), await readAllFiles(backupFolder)];
  const { counts, findings } = await check();
  expect(findings).toEqual([]);
  expect(counts).toMatchObject({ articles: 2, changes: 4, drafts: 2, vaultFiles: 1, vaultBytes: 6 });
  expect(counts).toMatchObject({ backups: 1, backupFiles: 5 });
  expect([await readAllFiles(library), await readAllFiles(backupFolder)]).toEqual(before);
});

test('every flipped bit in any file of the library and its backups is found, and the file is named', async () => {
  const { check, library, backupFolder } = await openChecked();
  const paths = (await listChecked(library, backupFolder)).filter((path) => !path.endsWith('about.txt'));
  expect(paths).toHaveLength(7 + 2 + 2 + 1 + 5);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
      async (path, place, bit) => {
        const whole = await readFile(path);
        const damaged = Buffer.from(whole);
        const at = Math.floor(place * whole.length);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        await writeFile(path, damaged);
        const found = listDamaged(await check());
        await writeFile(path, whole);
        expect(found).toContain(basename(path));
      },
    ),
    { numRuns: paths.length + choose(10, 100), examples: paths.map((path) => [path, 0.999_999, 0]) },
  );
  expect((await check()).findings).toEqual([]);
});

test('a file that is missing is named, unless it can be made again without a loss', async () => {
  const { check, library, backupFolder } = await openChecked();
  const paths = await listChecked(library, backupFolder);
  const unnoticed: string[] = [];
  for (const path of paths) {
    const content = await readFile(path);
    await rm(path);
    const found = listDamaged(await check());
    if (!found.includes(basename(path))) unnoticed.push(basename(path));
    await writeFile(path, content);
  }
  // Caches, files that no article needs, and one backup of several.
  expect(unnoticed.sort()).toEqual([
    ...['about.txt', expect.stringMatching(/^backup-/), 'library-id.json', 'library.json'],
    ...['review.json', 'review.json', 'summary.json', 'summary.json'],
  ]);
});

test('files that were swapped between articles are found', async () => {
  const { check, paths, sha256, vault } = await openChecked();
  const swaps: [string, string][] = [
    [paths.history, paths.otherHistory],
    [paths.snapshot, paths.otherSnapshot],
  ];
  for (const [a, b] of swaps) {
    await rename(a, `${a} kept`);
    await copyFile(b, a);
    expect(listDamaged(await check()).length, basename(a)).toBeGreaterThan(0);
    await rename(`${a} kept`, a);
  }
  await copyFile(paths.otherHistory, join(vault, sha256));
  expect(listDamaged(await check())).toEqual([sha256]);
});

test('a history that ends before the snapshot does is found', async () => {
  const { check, paths } = await openChecked();
  const lines = (await readFile(paths.history, 'utf8')).split('\n');
  await writeFile(paths.history, `${lines.slice(0, 2).join('\n')}\n`);
  const { findings } = await check();
  expect(findings.map(({ problem }) => problem)).toContain(
    'The history ends with change 2, although 3 were saved.',
  );
});

test('an article whose folder is gone is named with its title', async () => {
  const { check, library, otherId } = await openChecked();
  await rm(join(library, 'articles', otherId), { recursive: true });
  const { findings } = await check();
  expect(findings).toEqual([
    expect.objectContaining({ kind: 'damage', title: 'Another', file: `articles/${otherId}` }),
  ]);
});

test('rests of a killed process are notes, and no damage', async () => {
  const { check, paths, library } = await openChecked();
  await writeFile(join(paths.drafts, 'writing.0123456789ab.tmp'), 'half');
  await writeFile(join(library, 'library.json.damaged-2026'), 'half');
  const { findings } = await check();
  expect(findings.map(({ kind }) => kind)).toEqual(['note', 'note']);
});

test('a snapshot is repaired from the history, and lists are set aside to be made again', async () => {
  const { check, repair, paths, library } = await openChecked();
  await flipBit(paths.snapshot);
  await flipBit(join(library, 'library.json'));
  await flipBit(paths.summary);
  const { findings } = await check();
  expect(findings).toHaveLength(3);
  const ids = findings.flatMap(({ repairId }) => repairId ?? []);
  expect(await repair(ids)).toEqual({ repaired: 3, problems: [] });
  expect((await check()).findings.map(({ kind }) => kind)).toEqual(['note', 'note']);
});

test('a snapshot that is whole but says something else is repaired', async () => {
  const { check, repair, paths } = await openChecked();
  await copyFile(paths.otherSnapshot, paths.snapshot);
  const { findings } = await check();
  expect(findings.map(({ problem }) => problem)).toEqual([
    'The state that is kept for opening quickly is not what the history says.',
  ]);
  await repair(findings.flatMap(({ repairId }) => repairId ?? []));
  expect((await check()).findings).toEqual([]);
});

test.each(['damaged', 'missing'])('a %s draft is restored from a backup', async (state) => {
  const { check, repair, paths } = await openChecked();
  const [draft = ''] = await listFileNames(paths.drafts);
  if (state === 'missing') await rm(join(paths.drafts, draft));
  else await flipBit(join(paths.drafts, draft));
  const { findings } = await check();
  expect(findings).toEqual([
    expect.objectContaining({ title: 'The mill', remedy: 'It can be restored from a backup.' }),
  ]);
  await repair(findings.flatMap(({ repairId }) => repairId ?? []));
  expect((await check()).findings).toEqual([]);
});

test('an attached file is restored from a backup, and the backup from the library', async () => {
  const { check, repair, run, vault, sha256, openSet } = await openChecked();
  await flipBit(join(vault, sha256));
  const { findings } = await check();
  expect(findings[0]?.remedy).toBe('It can be copied from a backup.');
  await repair(findings.flatMap(({ repairId }) => repairId ?? []));
  expect((await check()).findings).toEqual([]);

  await flipBit(join((await openSet()).pool, sha256));
  const again = await check();
  expect(again.findings).toHaveLength(1);
  await repair(again.findings.flatMap(({ repairId }) => repairId ?? []));
  await run();
  expect((await check()).findings).toEqual([]);
});

test('an attached file is restored from the vault of another article', async () => {
  const { call, check, repair, vault, sha256, paths, otherId, articleId } = await openChecked();
  await call('backup.setFolder', { choice: 'off' });
  await call('review.open', { articleId: otherId });
  await call('vault.adopt', { taskId: 'adopt', articleId: otherId, from: { articleId, sourceId: 'source' } });
  expect(await listFileNames(paths.otherVault)).toContain(sha256);
  await rm(join(vault, sha256));
  const { findings } = await check();
  expect(findings[0]?.remedy).toMatch(/^It can be copied from another article/);
  await repair(findings.flatMap(({ repairId }) => repairId ?? []));
  expect(listDamaged(await check())).toEqual([]);
});

test('a repair that was not offered is refused', async () => {
  const { callFailing } = await openChecked();
  expect(await callFailing('check.repair', { taskId: 'repair', repairIds: ['x'] })).toMatchObject({
    code: 'notFound',
  });
});

test('a cancelled check finds nothing', async () => {
  const { call } = await openChecked();
  const running = call('check.run', { taskId: 'cancelled' });
  await call('task.cancel', { taskId: 'cancelled' });
  expect(await running).toBeNull();
});

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BackupSet, listBackupSets } from '#main/storage/backup/backup-set.ts';
import { listContents } from '#main/storage/backup/manifest.ts';
import { getFileStamp } from '#main/storage/vault/stored-file.ts';
import { createRandom } from '#tests/bench/support/random.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { computeSha256, createSourceChange, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { startProcess } from './process-to-kill.ts';
import { quickProgram } from './quick-program.ts';

const kills = choose(10, 45);
/** Libraries used in parallel: a process mostly waits, for the disk or to be started. */
const lanes = 3;
/** How long a process works at most before it is killed, in milliseconds. */
const maxLifeMs = 120;

/** Every fourth process kills itself in the middle of a copy, because kills at random moments may all miss these. */
const diesByItself = (life: number) => life % 4 === 0;

/** Creates a library with an article that has a source, and turns backups on. */
async function createLibrary(root: string) {
  const folder = join(root, 'library');
  const documentsFolder = join(root, 'documents');
  const { call, createArticle, core } = testCore(folder, { documentsFolder });
  const { articleId } = await createArticle(sampleProposal());
  await call('review.apply', { articleId, change: createSourceChange() });
  await call('backup.setFolder', { choice: 'proposed' });
  await call('backup.run', { taskId: newId() });
  await core.close();
  const [set] = await listBackupSets(join(documentsFolder, 'Stet backups'));
  if (!set) throw new Error('nothing was backed up');
  return { folder, documentsFolder, articleId, set };
}

/** The checksums of files. A file that was not written to since the last call is not read again. */
class Checksums {
  readonly #known = new Map<string, string>();

  async get(path: string): Promise<string> {
    const stamp = await getFileStamp(path);
    const checksum = this.#known.get(stamp) ?? computeSha256(await readFile(path));
    this.#known.set(stamp, checksum);
    return checksum;
  }
}

/** Every backup that has a name is whole: its list can be read, and the pool has everything that it names. */
async function verifyBackups(set: BackupSet, checksums: Checksums): Promise<number> {
  const names = await set.list();
  for (const { name } of names) {
    const manifest = await set.read(name);
    expect(manifest).not.toBeNull();
    for (const sha256 of manifest ? listContents(manifest) : [])
      expect(await checksums.get(join(set.pool, sha256))).toBe(sha256);
  }
  return Math.max(0, ...names.map(({ number }) => number));
}

/** Repeatedly kills a process that makes backups, and verifies all of them after each kill. */
async function killRepeatedly(program: readonly string[], count: number, laneSeed: number) {
  const root = await tempFolder();
  const { folder, documentsFolder, articleId, set } = await createLibrary(root);
  const random = createRandom(laneSeed);
  const checksums = new Checksums();
  const start = (life: number) => {
    const own = join(root, `own-${life}`);
    return startProcess(program, [
      folder,
      documentsFolder,
      articleId,
      String(random.below(2 ** 31)),
      own,
      diesByItself(life) ? 'while-copying' : '',
    ]);
  };
  let made = 0;
  let unfinished = 0;
  let newest = await verifyBackups(set, checksums);
  let running = start(0);
  for (let kill = 0; kill < count; kill += 1) {
    const next = start(kill + 1);
    const after = random.below(3) === 0 ? 'start' : 'firstWork';
    const lines = diesByItself(kill)
      ? await running.workUntilDead()
      : await running.workAndDie(random.next() * maxLifeMs, after);
    running = next;
    expect(lines.filter((line) => line !== 'backed up')).toEqual([]);
    made += lines.length;
    unfinished += (await listFileNames(set.pool)).filter((name) => name.endsWith('.tmp')).length;
    const last = await verifyBackups(set, checksums);
    // Every acknowledged backup was made, and no newer one was lost.
    expect(last).toBeGreaterThanOrEqual(newest + lines.length);
    newest = last;
    await rm(join(root, `own-${kill}`), { recursive: true });
  }
  running.kill();
  const { call, core } = testCore(folder, { documentsFolder });
  await call('backup.run', { taskId: newId() });
  const report = await call('check.run', { taskId: newId() });
  expect(report?.findings.filter(({ kind }) => kind !== 'note')).toEqual([]);
  expect((await listFileNames(set.pool)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await core.close();
  return { made, unfinished };
}

test(`backups that were verified are whole after ${kills} kills, and the next one goes on (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const example = await tempFolder();
  const { folder, documentsFolder, articleId } = await createLibrary(example);
  const args = [folder, documentsFolder, articleId, '1', join(example, 'own')];
  const program = await quickProgram('backer.ts', await tempFolder(), args);
  const work = Array.from({ length: lanes }, (_, lane) =>
    killRepeatedly(program, kills / lanes, seed + lane),
  );
  const lives = await Promise.all(work);
  const sum = (count: (life: { made: number; unfinished: number }) => number) =>
    lives.map(count).reduce((all, each) => all + each, 0);
  const [made, unfinished] = [sum((life) => life.made), sum((life) => life.unfinished)];
  console.log(
    `seed ${seed}: ${made} acknowledged backups, ${unfinished} unfinished copies after ${kills} kills`,
  );
  expect(made).toBeGreaterThan(0);
  expect(unfinished).toBeGreaterThanOrEqual(lanes);
});

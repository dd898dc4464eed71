import { appendFile, mkdir, readFile, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, listPieces } from '../../../../../../../main/core/storage/backup/store/manifest';
import { computeSha256, flipBit, listFileNames } from '../../../../support/open-vault';
import { newId, sampleProposal } from '../../../../support/sample';
import { openBackups } from '../open-backups';

type Opened = Awaited<ReturnType<typeof openBackups>>;

/** Every file that the newest backup names is in the pool, and every content of the pool is what its name says. */
async function expectPoolIsWhole({ openSet, readNewest }: Opened): Promise<void> {
  const { pool } = await openSet();
  const names = await listFileNames(pool);
  for (const name of names) expect(computeSha256(await readFile(join(pool, name)))).toBe(name);
  expect(names).toEqual(expect.arrayContaining(listFiles(await readNewest()).flatMap(listPieces)));
}

test('nothing is backed up, and no folder is made, before a folder is chosen', async () => {
  const stet = await openBackups();
  await stet.call('backup.setFolder', { choice: 'off' });
  expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({ code: 'badRequest' });
  expect(await listFileNames(stet.backupFolder)).toEqual([]);
  expect(await stet.call('backup.state', null)).toMatchObject({ folder: null, last: null, problem: null });
});

test('a backup holds the history, the drafts and the attached files, and says so', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
  const [article] = (await stet.readNewest()).articles;
  expect(article).toMatchObject({ id: stet.articleId, title: 'The mill', isWhole: true, end: { lines: 3 } });
  const paths = article?.files.map(({ path }) => path);
  expect(paths).toEqual([
    'history.jsonl',
    expect.stringMatching(/^drafts\/[0-9a-f]{64}\.json$/),
    `vault/${sha256}`,
  ]);
  await expectPoolIsWhole(stet);
  const { last, problem } = await stet.call('backup.state', null);
  expect([last?.articles, last?.missing, problem]).toEqual([1, 0, null]);
});

test('backups are for this user alone', async () => {
  const stet = await openBackups();
  await stet.run();
  const set = await stet.openSet();
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  const files = [set.pool, set.manifests].map(async (folder) =>
    (await listFileNames(folder)).map((name) => join(folder, name)),
  );
  for (const path of (await Promise.all(files)).flat()) expect(await mode(path)).toBe('600');
  for (const folder of [stet.backupFolder, set.folder, set.pool, set.manifests])
    expect(await mode(folder)).toBe('700');
});

test('the next backup copies only what is new, and none is made when nothing is', async () => {
  const stet = await openBackups();
  await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  expect(await stet.run()).toEqual({ isNew: false, missing: 0 });
  const { pool, manifests } = await stet.openSet();
  const before = await listFileNames(pool);
  await stet.rename('The old mill');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
  const after = await listFileNames(pool);
  expect(after).toHaveLength(before.length + 1);
  expect(await listFileNames(manifests)).toHaveLength(2);
});

test('a long history is stored in pieces, and only its last piece is copied again', async () => {
  const stet = await openBackups();
  for (let edit = 0; edit < 40; edit += 1) await stet.rename(`${edit} ${'mill '.repeat(390)}`);
  // 40 titles of two thousand characters, written before and after.
  for (let edit = 40; edit < 80; edit += 1) await stet.rename(`${edit} ${'mill '.repeat(390)}`);
  await stet.run();
  const history = async () =>
    (await stet.readNewest()).articles[0]?.files.find(({ path }) => path === 'history.jsonl');
  const first = await history();
  expect(first?.pieces.length).toBeGreaterThan(1);
  await stet.rename('The end');
  await stet.run();
  const second = await history();
  expect(second?.pieces.slice(0, -1)).toEqual(first?.pieces.slice(0, -1));
  await expectPoolIsWhole(stet);
});

test('a line that is being written is left for the next backup', async () => {
  const stet = await openBackups();
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  const { size } = await stat(history);
  await appendFile(history, '{"seq":3,"prev":"');
  await stet.run();
  const [article] = (await stet.readNewest()).articles;
  expect(article).toMatchObject({ isWhole: true, end: { lines: 2 } });
  expect(article?.files[0]?.bytes).toBe(size);
});

test('a damaged history does not push out the whole one', async () => {
  const stet = await openBackups();
  await stet.run();
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  const whole = (await stet.readNewest()).articles[0]?.files;
  await flipBit(history);
  for (let time = 0; time < 15; time += 1) {
    await utimes(history, new Date(), new Date(Date.now() + time * 1_000));
    await appendFile(history, `not a line ${time}\n`);
    await stet.run();
  }
  const { manifests } = await stet.openSet();
  expect((await listFileNames(manifests)).length).toBeGreaterThan(9);
  const [article] = (await stet.readNewest()).articles;
  expect(article?.isWhole).toBe(false);
  expect(article?.earlier).toEqual([expect.objectContaining({ files: whole })]);
  await expectPoolIsWhole(stet);
});

test('a history that was cut or replaced does not push out the longer one, until it goes on where that ended', async () => {
  const stet = await openBackups();
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  const { size } = await stat(history);
  await stet.rename('The old mill');
  const whole = await readFile(history);
  await stet.run();
  await truncate(history, size);
  await stet.run();
  expect((await stet.readNewest()).articles[0]).toMatchObject({
    isWhole: true,
    end: { lines: 2 },
    earlier: [{ end: { lines: 3 } }],
  });
  await stet.run();
  expect((await stet.readNewest()).articles[0]?.earlier).toHaveLength(1);
  await writeFile(history, whole);
  await stet.run();
  expect((await stet.readNewest()).articles[0]).toMatchObject({ end: { lines: 3 }, earlier: [] });
});

test('a draft or attached file that is damaged or gone in the library stays in the backup', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  const before = (await stet.readNewest()).articles[0]?.files.map(({ path, sha256 }) => [path, sha256]);
  const drafts = join(stet.library, 'articles', stet.articleId, 'drafts');
  await rm(join(stet.vault, sha256));
  const [draft = ''] = await listFileNames(drafts);
  await flipBit(join(drafts, draft));
  await stet.rename('The old mill');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
  const after = (await stet.readNewest()).articles[0]?.files.map(({ path, sha256 }) => [path, sha256]);
  expect(after?.slice(1)).toEqual(before?.slice(1));
  await rm(join(drafts, draft));
  await stet.rename('The older mill');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
});

test('an attached file that no copy fits is counted as missing', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await flipBit(join(stet.vault, sha256));
  expect(await stet.run()).toEqual({ isNew: true, missing: 1 });
  expect((await stet.readNewest()).articles[0]?.missing).toEqual([`vault/${sha256}`]);
  expect((await stet.call('backup.state', null)).last?.missing).toBe(1);
  await writeFile(join(stet.vault, sha256), 'ledger');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
});

test('a copy that is missing in the pool is made again by the next backup', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  const { pool } = await stet.openSet();
  for (const name of await listFileNames(pool)) await rm(join(pool, name));
  await stet.run();
  expect(await listFileNames(pool)).toContain(sha256);
  await expectPoolIsWhole(stet);
});

test('a folder that is not there is said calmly, and backups go on when it is back', async () => {
  const stet = await openBackups();
  await stet.run();
  await rename(stet.backupFolder, `${stet.backupFolder} away`);
  await stet.rename('The old mill');
  expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({
    code: 'notFound',
    message: expect.stringMatching(/^The backup folder is not there\. .* tries again by itself/),
  });
  expect((await stet.call('backup.state', null)).problem).toMatch(/is not there/);
  expect(await listFileNames(stet.backupFolder)).toEqual([]);
  await rename(`${stet.backupFolder} away`, stet.backupFolder);
  // The failure has scheduled another try.
  stet.runScheduled();
  expect(stet.events).toContainEqual({ type: 'backupDue' });
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
  expect((await stet.call('backup.state', null)).problem).toBeNull();
});

test('a library whose folder was taken away is not backed up as an empty one', async () => {
  const stet = await openBackups();
  await stet.run();
  await rename(stet.library, `${stet.library} away`);
  expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({ code: 'notSaved' });
  await rename(`${stet.library} away`, stet.library);
  expect((await stet.readNewest()).articles).toHaveLength(1);
});

test('backups can’t be kept inside the library, or the library inside their folder', async () => {
  const stet = await openBackups();
  const inside = join(stet.library, 'backups');
  await mkdir(inside);
  for (const folder of [stet.library, inside, join(stet.library, '..')]) {
    stet.chosen.folder = folder;
    expect(await stet.callFailing('backup.setFolder', { choice: 'ask' })).toMatchObject({
      code: 'badRequest',
      message: expect.stringMatching(/^Backups can’t be kept in the library’s own folder/),
    });
  }
  expect((await stet.call('backup.state', null)).folder).toBe(stet.backupFolder);
});

test('a cancelled backup leaves the ones before as they were', async () => {
  const stet = await openBackups();
  await stet.run();
  await stet.createArticle(sampleProposal('Another'));
  const running = stet.call('backup.run', { taskId: 'cancelled' });
  await stet.call('task.cancel', { taskId: 'cancelled' });
  expect(await running).toBeNull();
  expect((await stet.readNewest()).articles).toHaveLength(1);
  expect(await stet.run()).toEqual({ isNew: true, missing: 0 });
  expect((await stet.readNewest()).articles).toHaveLength(2);
});

test('a backup is due after a changed article is closed, and not after one that nobody changed', async () => {
  const stet = await openBackups();
  await stet.run();
  const countDue = () => stet.events.filter(({ type }) => type === 'backupDue').length;
  await stet.call('review.close', { articleId: stet.articleId });
  stet.runScheduled();
  expect(countDue()).toBe(0);
  await stet.call('review.open', { articleId: stet.articleId });
  await stet.rename('The old mill');
  await stet.call('review.close', { articleId: stet.articleId });
  stet.runScheduled();
  expect(countDue()).toBe(1);
});

test('what was changed last is backed up when Stet closes', async () => {
  const stet = await openBackups();
  await stet.run();
  await stet.rename('The old mill');
  await stet.core.close();
  expect((await stet.readNewest()).articles[0]?.end.lines).toBe(3);
  expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({ code: 'refused' });
});

import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { expectPoolIsWhole, openBackups } from './open-backups.ts';

test('a backup holds the history, the drafts and the attached files, and says so', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
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
  expect(await stet.run()).toEqual({ isNew: false, missing: 0, replaced: 0, lost: 0 });
  const { pool, manifests } = await stet.openSet();
  const before = await listFileNames(pool);
  await stet.rename('The old mill');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
  const after = await listFileNames(pool);
  expect(after).toHaveLength(before.length + 1);
  expect(await listFileNames(manifests)).toHaveLength(2);
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

test('a cancelled backup leaves the ones before as they were', async () => {
  const stet = await openBackups();
  await stet.run();
  await stet.createArticle(sampleProposal('Another'));
  const running = stet.call('backup.run', { taskId: 'cancelled' });
  await stet.call('task.cancel', { taskId: 'cancelled' });
  expect(await running).toBeNull();
  expect((await stet.readNewest()).articles).toHaveLength(1);
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
  expect((await stet.readNewest()).articles).toHaveLength(2);
});

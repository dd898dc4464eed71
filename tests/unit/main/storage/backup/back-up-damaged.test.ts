import { appendFile, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flipBit, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { expectPoolIsWhole, openBackups } from './open-backups.ts';

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
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
  const after = (await stet.readNewest()).articles[0]?.files.map(({ path, sha256 }) => [path, sha256]);
  expect(after?.slice(1)).toEqual(before?.slice(1));
  await rm(join(drafts, draft));
  await stet.rename('The older mill');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
});

test('an attached file that no copy fits is counted as missing', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await flipBit(join(stet.vault, sha256));
  expect(await stet.run()).toEqual({ isNew: true, missing: 1, replaced: 0, lost: 0 });
  expect((await stet.readNewest()).articles[0]?.missing).toEqual([`vault/${sha256}`]);
  expect((await stet.call('backup.state', null)).last?.missing).toBe(1);
  await writeFile(join(stet.vault, sha256), 'ledger');
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
});

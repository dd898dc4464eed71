import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openBackups } from './open-backups.ts';

test('nothing is backed up, and no folder is made, before a folder is chosen', async () => {
  const stet = await openBackups();
  await stet.call('backup.setFolder', { choice: 'off' });
  expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({ code: 'badRequest' });
  expect(await listFileNames(stet.backupFolder)).toEqual([]);
  expect(await stet.call('backup.state', null)).toMatchObject({ folder: null, last: null, problem: null });
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
  expect(await stet.run()).toEqual({ isNew: true, missing: 0, replaced: 0, lost: 0 });
  expect((await stet.call('backup.state', null)).problem).toBeNull();
});

test('an empty folder in the place of a backup drive is a question, and never a new set in silence', async () => {
  const stet = await openBackups();
  await stet.run();
  const away = `${stet.backupFolder} away`;
  await rename(stet.backupFolder, away);
  await mkdir(stet.backupFolder);
  await stet.rename('The old mill');
  for (let attempt = 0; attempt < 3; attempt += 1)
    expect(await stet.callFailing('backup.run', { taskId: newId() })).toMatchObject({
      code: 'notFound',
      message: expect.stringMatching(
        /^Not backed up: the backup drive isn’t connected, .* looks again by itself/,
      ),
    });
  expect((await stet.callFailing('backup.list', null)).message).toMatch(/has none now/);
  expect(await stet.call('backup.state', null)).toMatchObject({
    folder: stet.backupFolder,
    last: null,
    isSetMissing: true,
    problem: null,
  });
  // Choosing the same folder is no answer.
  stet.chosen.folder = stet.backupFolder;
  expect((await stet.call('backup.setFolder', { choice: 'ask' })).isSetMissing).toBe(true);
  await stet.core.close();
  expect(await listFileNames(stet.backupFolder)).toEqual([]);

  const next = testCore(stet.library);
  expect((await next.call('backup.state', null)).isSetMissing).toBe(true);
  expect((await next.callFailing('backup.run', { taskId: newId() })).code).toBe('notFound');
  expect(await listFileNames(stet.backupFolder)).toEqual([]);
  await rmdir(stet.backupFolder);
  await rename(away, stet.backupFolder);
  expect(await next.call('backup.state', null)).toMatchObject({ isSetMissing: false, last: { articles: 1 } });
  expect(await next.call('backup.run', { taskId: newId() })).toMatchObject({ isNew: true });
});

test('a new set begins in a folder that lost its backups once the reviewer wants that', async () => {
  const stet = await openBackups();
  await stet.run();
  await rm((await stet.openSet()).folder, { recursive: true });
  expect((await stet.callFailing('backup.run', { taskId: newId() })).code).toBe('notFound');
  expect(await stet.call('backup.setFolder', { choice: 'newSet' })).toMatchObject({
    folder: stet.backupFolder,
    isSetMissing: false,
  });
  expect(await stet.run()).toMatchObject({ isNew: true, missing: 0, replaced: 0, lost: 0 });
  await rm((await stet.openSet()).folder, { recursive: true });
  expect((await stet.call('backup.state', null)).isSetMissing).toBe(true);
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

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFileNames } from '../../../support/open-vault';
import { newId } from '../../../support/sample';
import { openBackups } from './open-backups';

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

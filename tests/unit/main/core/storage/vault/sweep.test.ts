import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attaching, namesIn, openVault, sumOf } from '../../../support/attaching';
import { failingDisk } from '../../../support/failing-disk';
import { newId } from '../../../support/sample';
import { testCore } from '../../../support/test-core';

const half = 'attaching.0123456789ab.tmp';

test('leaving a review removes what no change names, and nothing else', async () => {
  const { call, attach, pick, file, articleId, vault } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await writeFile(join(vault, 'notes of somebody.txt'), '');
  await call('review.close', { articleId });
  expect(await namesIn(vault)).toEqual([sumOf('kept'), 'notes of somebody.txt'].sort());
});

test('nobody sweeps while the window shows the review, or a file arrives', async () => {
  const { call, pick, file, articleId, vault } = await openVault();
  await pick(await file('loose.txt', 'loose'));
  await call('library.list', null);
  await call('review.history', { articleId, claimId: 'none' });
  expect(await namesIn(vault)).toContain(sumOf('loose'));
});

test('undo and redo find their files, also after the article was left', async () => {
  const { call, attach, articleId, vault } = await openVault();
  const { id } = await attach('ledger.txt', 'ledger');
  await call('review.undo', { articleId });
  await call('review.close', { articleId });
  expect(await namesIn(vault)).toEqual([sumOf('ledger')]);
  await call('review.open', { articleId });
  await call('review.redo', { articleId });
  expect(await call('vault.verify', { taskId: newId(), articleId })).toEqual([
    { keptId: id, state: 'unchanged' },
  ]);
});

test('the next start removes what a killed run left', async () => {
  const { attach, pick, file, vault, library } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await writeFile(join(vault, half), 'half');
  const next = testCore(library);
  await next.call('library.list', null);
  expect(await namesIn(vault)).toEqual([sumOf('kept')]);
  expect(next.logged).toEqual([]);
});

test('of a history that is damaged nothing is swept', async () => {
  const { attach, pick, file, vault, library, articleId } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await appendFile(join(library, 'articles', articleId, 'history.jsonl'), 'damage\n');
  const next = testCore(library);
  expect((await next.call('library.list', null)).problems).toHaveLength(1);
  await next.call('review.open', { articleId });
  await next.call('review.close', { articleId });
  expect(await namesIn(vault)).toEqual([sumOf('kept'), sumOf('loose'), 'unswept'].sort());
});

test('a change that may stand in the history although it was not saved keeps its file', async () => {
  const disk = failingDisk();
  const { call, failing, pick, file, articleId, vault, library } = await openVault({
    openFile: disk.openFile,
  });
  const [kept] = (await pick(await file('ledger.txt', 'ledger')))?.files ?? [];
  if (!kept) throw new Error('nothing was taken');
  disk.refuses = 'sync';
  const { attachment, ...change } = attaching(kept);
  expect((await failing('review.apply', { articleId, change })).code).toBe('notSaved');
  await call('review.close', { articleId });
  const next = testCore(library);
  const { review } = await next.call('review.open', { articleId });
  expect(review.attachments).toEqual([attachment]);
  expect(await namesIn(vault)).toEqual([kept.sha256]);
});

test('a vault into which nothing was put is not looked at', async () => {
  const { attach, call, articleId, vault } = await openVault();
  await attach('kept.txt', 'kept');
  await call('review.close', { articleId });
  await writeFile(join(vault, sumOf('put there by hand')), 'put there by hand');
  await call('review.open', { articleId });
  await call('review.close', { articleId });
  expect(await namesIn(vault)).toHaveLength(2);
});

test('what is attached while the review before is being let go is kept, and the vault marked', async () => {
  const { call, articleId, pick, file, vault } = await openVault();
  await pick(await file('loose.txt', 'loose'));
  // Sweeping takes a while.
  for (let loose = 0; loose < 500; loose += 1) await writeFile(join(vault, sumOf(`loose ${loose}`)), '');
  const path = await file('next.txt', 'next');
  const closing = call('review.close', { articleId });
  await expect.poll(async () => (await namesIn(vault)).length, { interval: 1 }).toBeLessThan(500);
  await call('review.open', { articleId });
  await pick(path);
  await closing;
  expect(await namesIn(vault)).toEqual([sumOf('next'), 'unswept'].sort());
});

test('an article whose vault is a folder of somebody else is listed all the same', async () => {
  const { vault, library, articleId } = await openVault();
  await mkdir(join(vault, 'unswept', 'inside'), { recursive: true });
  const next = testCore(library);
  expect((await next.call('library.list', null)).articles.map(({ id }) => id)).toEqual([articleId]);
  expect(next.logged).toHaveLength(1);
});

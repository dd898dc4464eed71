import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFailingDisk } from '#tests/unit/main/support/failing-disk.ts';
import {
  computeSha256,
  createAttachChange,
  listFileNames,
  openVault,
} from '#tests/unit/main/support/open-vault.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const half = 'attaching.0123456789ab.tmp';

test('leaving a review removes the files that no change references, and nothing else', async () => {
  const { call, attach, pick, file, articleId, vault } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await writeFile(join(vault, 'notes of somebody.txt'), '');
  await call('review.close', { articleId });
  expect(await listFileNames(vault)).toEqual([computeSha256('kept'), 'notes of somebody.txt'].sort());
});

test('the vault is not swept while the window shows the review or a file is incoming', async () => {
  const { call, pick, file, articleId, vault } = await openVault();
  await pick(await file('loose.txt', 'loose'));
  await call('library.list', null);
  await call('review.history', { articleId, claimId: 'none' });
  expect(await listFileNames(vault)).toContain(computeSha256('loose'));
});

test('undo and redo find their files, also after the article was left', async () => {
  const { call, attach, articleId, vault } = await openVault();
  const { id } = await attach('ledger.txt', 'ledger');
  await call('review.undo', { articleId });
  await call('review.close', { articleId });
  expect(await listFileNames(vault)).toEqual([computeSha256('ledger')]);
  await call('review.open', { articleId });
  await call('review.redo', { articleId });
  expect(await call('vault.verify', { taskId: newId(), articleId })).toEqual([
    { keptId: id, state: 'unchanged' },
  ]);
});

test('the next start removes what a killed process left', async () => {
  const { attach, pick, file, vault, library } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await writeFile(join(vault, half), 'half');
  const next = testCore(library);
  await next.call('library.list', null);
  expect(await listFileNames(vault)).toEqual([computeSha256('kept')]);
  expect(next.logs).toEqual([]);
});

test('the vault beside a damaged history that was repaired and kept is not swept', async () => {
  const { attach, pick, file, vault, library, articleId } = await openVault();
  await attach('kept.txt', 'kept');
  await pick(await file('loose.txt', 'loose'));
  await appendFile(join(library, 'articles', articleId, 'history.jsonl'), 'damage\n');
  const next = testCore(library);
  await next.call('library.list', null);
  expect(await next.call('review.open', { articleId })).toMatchObject({ readOnly: false });
  await next.call('review.close', { articleId });
  expect(await listFileNames(vault)).toEqual(
    [computeSha256('kept'), computeSha256('loose'), 'unswept'].sort(),
  );
});

test('a change that may stand in the history although it was not saved keeps its file', async () => {
  const disk = createFailingDisk();
  const { call, callFailing, pick, file, articleId, vault, library } = await openVault({
    openHistory: disk.openHistory,
  });
  const [kept] = (await pick(await file('ledger.txt', 'ledger')))?.files ?? [];
  if (!kept) throw new Error('nothing was added');
  disk.failsAt = 'sync';
  disk.failsToCutOff = true;
  const { attachment, ...change } = createAttachChange(kept);
  expect((await callFailing('review.apply', { articleId, change })).code).toBe('notSaved');
  await call('review.close', { articleId });
  const next = testCore(library);
  const { review } = await next.call('review.open', { articleId });
  expect(review.attachments).toEqual([attachment]);
  expect(await listFileNames(vault)).toEqual([kept.sha256]);
});

test('a vault that was not written to is not swept', async () => {
  const { attach, call, articleId, vault } = await openVault();
  await attach('kept.txt', 'kept');
  await call('review.close', { articleId });
  await writeFile(join(vault, computeSha256('put there by hand')), 'put there by hand');
  await call('review.open', { articleId });
  await call('review.close', { articleId });
  expect(await listFileNames(vault)).toHaveLength(2);
});

test('a file that is attached while the review is being closed is kept, and the vault is marked', async () => {
  const { call, articleId, pick, file, vault } = await openVault();
  await pick(await file('loose.txt', 'loose'));
  // Sweeping takes some time.
  for (let loose = 0; loose < 500; loose += 1)
    await writeFile(join(vault, computeSha256(`loose ${loose}`)), '');
  const path = await file('next.txt', 'next');
  const closing = call('review.close', { articleId });
  await expect.poll(async () => (await listFileNames(vault)).length, { interval: 1 }).toBeLessThan(500);
  await call('review.open', { articleId });
  await pick(path);
  await closing;
  expect(await listFileNames(vault)).toEqual([computeSha256('next'), 'unswept'].sort());
});

test('an article whose vault is a foreign folder is listed all the same', async () => {
  const { vault, library, articleId } = await openVault();
  await mkdir(join(vault, 'unswept', 'inside'), { recursive: true });
  const next = testCore(library);
  expect((await next.call('library.list', null)).articles.map(({ id }) => id)).toEqual([articleId]);
  expect(next.logs).toHaveLength(1);
});

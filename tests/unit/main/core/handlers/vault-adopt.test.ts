import { link, readdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createAttachChange,
  createSourceChange,
  flipBit,
  listFileNames,
  openVault,
} from '#tests/unit/main/support/open-vault.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';

/** Opens an article that has a source with files, and another article. */
async function openTwoArticles() {
  const stet = await openVault();
  const { call, library } = stet;
  const other = (await stet.createArticle(sampleProposal('Another'))).articleId;
  await call('review.open', { articleId: other });
  const adopt = (taskId = newId()) =>
    call('vault.adopt', {
      taskId,
      articleId: other,
      from: { articleId: stet.articleId, sourceId: 'source' },
    });
  return { ...stet, other, adopt, otherVault: join(library, 'articles', other, 'vault') };
}

test('a source of another article is adopted with its own copies of the files', async () => {
  const { call, attach, adopt, other, vault, otherVault, articleId } = await openTwoArticles();
  const ledger = await attach('ledger.pdf', 'the ledger');
  const flipped = await attach('flipped.txt', 'flipped');
  const gone = await attach('gone.txt', 'gone');
  await flipBit(join(vault, flipped.sha256));
  await rm(join(vault, gone.sha256));
  const { source, files, missing } = (await adopt()) ?? {};
  const { sha256, name, bytes, mime } = ledger;
  expect(source).toMatchObject({ id: 'source', title: 'The ledger' });
  expect(files).toEqual([{ sha256, name, bytes, mime }]);
  expect(missing?.sort()).toEqual(['flipped.txt', 'gone.txt']);
  expect(await listFileNames(otherVault)).toEqual([sha256, 'unswept'].sort());
  expect((await stat(join(otherVault, sha256))).ino).not.toBe((await stat(join(vault, sha256))).ino);
  expect((await adopt())?.files).toHaveLength(1);
  expect(await listFileNames(otherVault)).toEqual([sha256, 'unswept'].sort());
  await call('review.apply', { articleId: other, change: createSourceChange() });
  const { attachment, ...change } = createAttachChange({ sha256, name, bytes, mime });
  await call('review.apply', { articleId: other, change });
  await call('review.close', { articleId });
  await call('review.close', { articleId: other });
  expect(await listFileNames(otherVault)).toEqual([sha256]);
  expect(await call('vault.verify', { taskId: newId(), articleId: other })).toEqual([
    { keptId: attachment.id, state: 'unchanged' },
  ]);
  await flipBit(join(vault, sha256));
  expect(await call('vault.verify', { taskId: newId(), articleId: other })).toMatchObject([
    { state: 'unchanged' },
  ]);
});

test('adopting a source reports progress and can be cancelled', async () => {
  const { call, attach, adopt, otherVault, events } = await openTwoArticles();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const taskId = newId();
  const adopting = adopt(taskId);
  await expect
    .poll(() => events.some((event) => event.type === 'progress' && event.taskId === taskId), { interval: 1 })
    .toBe(true);
  await call('task.cancel', { taskId });
  expect(await adopting).toBeNull();
  expect(await listFileNames(otherVault)).toEqual(['unswept']);
  const again = newId();
  expect((await adopt(again))?.files).toHaveLength(1);
  expect(events.filter((event) => event.type === 'progress' && event.taskId === again).at(-1)).toMatchObject({
    name: 'large.bin',
    done: 40_000_000,
    total: 40_000_000,
  });
});

test('leaving the article cancels the adoption of a source, and nothing of it remains', async () => {
  const { call, attach, adopt, other, otherVault } = await openTwoArticles();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const adopting = adopt();
  await expect.poll(() => listFileNames(otherVault), { interval: 1 }).toContain('unswept');
  await call('review.close', { articleId: other });
  expect(await adopting).toBeNull();
  await expect.poll(() => listFileNames(otherVault)).toEqual([]);
});

test('a source can’t be adopted when it does not exist, nor into its own article', async () => {
  const { callFailing, other, articleId } = await openTwoArticles();
  const from = (article: string, sourceId: string) => ({ articleId: article, sourceId });
  const adopt = (of: { articleId: string; sourceId: string }) =>
    callFailing('vault.adopt', { taskId: newId(), articleId: other, from: of });
  expect((await adopt(from(articleId, 'none'))).code).toBe('notFound');
  expect((await adopt(from('none', 'source'))).code).toBe('notFound');
  expect((await adopt(from(other, 'source'))).code).toBe('badRequest');
});

test('a link in the vault is neither accepted, read nor adopted', async () => {
  const { callFailing, attach, articleId, vault, adopt, otherVault, own } = await openTwoArticles();
  const file = await attach('ledger.pdf', 'the ledger');
  await link(join(vault, file.sha256), join(own, 'same.pdf'));
  await rm(join(vault, file.sha256));
  await symlink(join(own, 'same.pdf'), join(vault, file.sha256));
  expect((await callFailing('vault.open', { articleId, keptId: file.id })).code).toBe('damaged');
  expect((await adopt())?.missing).toEqual(['ledger.pdf']);
  expect(await readdir(otherVault)).toEqual(['unswept']);
});

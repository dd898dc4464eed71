import { link, readdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attaching, flipByte, namesIn, openVault, sourceChange } from '../../support/attaching';
import { newId, sampleProposal } from '../../support/sample';

/** An article with a source and files, beside another one. */
async function twoArticles() {
  const stet = await openVault();
  const { call, library } = stet;
  const other = (await call('article.create', sampleProposal('Another'))).articleId;
  await call('review.open', { articleId: other });
  const adopt = (taskId = newId()) =>
    call('vault.adopt', {
      taskId,
      articleId: other,
      from: { articleId: stet.articleId, sourceId: 'source' },
    });
  return { ...stet, other, adopt, otherVault: join(library, 'articles', other, 'vault') };
}

test('a source of another article comes with its files, each a copy of its own', async () => {
  const { call, attach, adopt, other, vault, otherVault, articleId } = await twoArticles();
  const ledger = await attach('ledger.pdf', 'the ledger');
  const flipped = await attach('flipped.txt', 'flipped');
  const gone = await attach('gone.txt', 'gone');
  await flipByte(join(vault, flipped.sha256));
  await rm(join(vault, gone.sha256));
  const { source, files, missing } = (await adopt()) ?? {};
  const { sha256, name, bytes, mime } = ledger;
  expect(source).toMatchObject({ id: 'source', title: 'The ledger' });
  expect(files).toEqual([{ sha256, name, bytes, mime }]);
  expect(missing?.sort()).toEqual(['flipped.txt', 'gone.txt']);
  expect(await namesIn(otherVault)).toEqual([sha256, 'unswept'].sort());
  expect((await stat(join(otherVault, sha256))).ino).not.toBe((await stat(join(vault, sha256))).ino);
  expect((await adopt())?.files).toHaveLength(1);
  expect(await namesIn(otherVault)).toEqual([sha256, 'unswept'].sort());
  await call('review.apply', { articleId: other, change: sourceChange() });
  const { attachment, ...change } = attaching({ sha256, name, bytes, mime });
  await call('review.apply', { articleId: other, change });
  await call('review.close', { articleId });
  await call('review.close', { articleId: other });
  expect(await namesIn(otherVault)).toEqual([sha256]);
  expect(await call('vault.verify', { taskId: newId(), articleId: other })).toEqual([
    { keptId: attachment.id, state: 'unchanged' },
  ]);
  await flipByte(join(vault, sha256));
  expect(await call('vault.verify', { taskId: newId(), articleId: other })).toMatchObject([
    { state: 'unchanged' },
  ]);
});

test('taking a source over tells how far it is, and can be cancelled', async () => {
  const { call, attach, adopt, otherVault, told } = await twoArticles();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const taskId = newId();
  const adopting = adopt(taskId);
  await expect
    .poll(() => told.some((event) => event.type === 'progress' && event.taskId === taskId))
    .toBe(true);
  await call('task.cancel', { taskId });
  expect(await adopting).toBeNull();
  expect(await namesIn(otherVault)).toEqual(['unswept']);
  const again = newId();
  expect((await adopt(again))?.files).toHaveLength(1);
  expect(told.filter((event) => event.type === 'progress' && event.taskId === again).at(-1)).toMatchObject({
    name: 'large.bin',
    done: 40_000_000,
    total: 40_000_000,
  });
});

test('leaving the article cancels what is being taken over, and nothing of it stays', async () => {
  const { call, attach, adopt, other, otherVault } = await twoArticles();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const adopting = adopt();
  await expect.poll(() => namesIn(otherVault), { interval: 1 }).toContain('unswept');
  await call('review.close', { articleId: other });
  expect(await adopting).toBeNull();
  await expect.poll(() => namesIn(otherVault)).toEqual([]);
});

test('a source can be taken over neither from nowhere nor into its own article', async () => {
  const { failing, other, articleId } = await twoArticles();
  const from = (article: string, sourceId: string) => ({ articleId: article, sourceId });
  const adopt = (of: { articleId: string; sourceId: string }) =>
    failing('vault.adopt', { taskId: newId(), articleId: other, from: of });
  expect((await adopt(from(articleId, 'none'))).code).toBe('notFound');
  expect((await adopt(from('none', 'source'))).code).toBe('notFound');
  expect((await adopt(from(other, 'source'))).code).toBe('badRequest');
});

test('a link in the vault is neither held, read nor adopted', async () => {
  const { failing, attach, articleId, vault, adopt, otherVault, own } = await twoArticles();
  const file = await attach('ledger.pdf', 'the ledger');
  await link(join(vault, file.sha256), join(own, 'same.pdf'));
  await rm(join(vault, file.sha256));
  await symlink(join(own, 'same.pdf'), join(vault, file.sha256));
  expect((await failing('vault.open', { articleId, keptId: file.id })).code).toBe('damaged');
  expect((await adopt())?.missing).toEqual(['ledger.pdf']);
  expect(await readdir(otherVault)).toEqual(['unswept']);
});

import { link, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFsck } from '#main/storage/check/fsck.ts';
import { hashFolder } from '../storage/computer/location-files.ts';
import { refusingDialogs } from '../support/plain-platform.ts';
import { createMarkChange, sampleProposal } from '../support/sample.ts';
import type { StartOptions } from '../support/start-core.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testCore } from '../support/test-core.ts';

/** A closed library with one article, beside a folder with a reviewer's documents. */
async function setUp() {
  const base = await tempFolder();
  const library = join(base, 'library');
  const documents = join(base, 'Documents');
  await mkdir(join(documents, '2020-01-01'), { recursive: true });
  for (const name of [
    'letter.txt',
    '2020-01-01/photo.jpg',
    'writing.0123456789ab.tmp',
    'c'.repeat(64),
    'unswept',
  ])
    await writeFile(join(documents, name), name);
  const stet = testCore(library);
  const { articleId } = await stet.createArticle(sampleProposal('The mill'));
  await stet.core.close();
  const article = join(library, 'articles', articleId);
  const start = (options: StartOptions = {}) => testCore(library, options);
  return { base, library, documents, articleId, article, start };
}

const listNames = async (folder: string) => (await readdir(folder)).sort();

test('the start empties no folder that a link with the name of a deleted article leads to', async () => {
  const { library, documents, start } = await setUp();
  const before = await hashFolder(documents);
  for (const name of ['.removing-a', '.making-a', 'an-article', 'a folder (conflicted copy)'])
    await symlink('../../Documents', join(library, 'articles', name));
  const { call, core } = start();
  expect((await call('library.list', null)).articles.map(({ title }) => title)).toEqual(['The mill']);
  await core.close();
  expect(await hashFolder(documents)).toEqual(before);
  expect((await lstat(join(library, 'articles', '.removing-a'))).isSymbolicLink()).toBe(true);
});

test('only a folder whose name ends with an id is taken for the rest of a deleted article', async () => {
  const { library, start } = await setUp();
  const articles = join(library, 'articles');
  for (const name of ['.removing-', '.removing-my notes', '.making-my notes', '.removing-gone-1'])
    await mkdir(join(articles, name));
  await start().call('library.list', null);
  expect(await listNames(articles)).toEqual(
    expect.arrayContaining(['.removing-', '.removing-my notes', '.making-my notes']),
  );
  expect(await listNames(articles)).not.toContain('.removing-gone-1');
});

test('a sweep neither empties nor fills a folder that a link in a vault leads to', async () => {
  const { article, articleId, documents, start } = await setUp();
  const vault = join(article, 'vault');
  await mkdir(vault, { recursive: true });
  for (const name of ['unswept', 'a'.repeat(64)]) await writeFile(join(vault, name), '');
  await symlink('../../../../Documents', join(vault, 'swept'));
  const before = await hashFolder(documents);
  const { call, core } = start();
  await call('review.open', { articleId });
  await core.close();
  expect(await hashFolder(documents)).toEqual(before);
  expect(await listNames(vault)).toEqual(['a'.repeat(64), 'swept', 'unswept']);
});

test('an article whose vault is a link opens read-only and says so', async () => {
  const { article, articleId, documents, start } = await setUp();
  await rm(join(article, 'vault'), { recursive: true, force: true });
  await symlink(documents, join(article, 'vault'));
  const before = await hashFolder(documents);
  const { call, callFailing, core } = start();
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: true,
    problems: [expect.stringContaining('The folder “vault” of this article is a link to another place.')],
  });
  const { change } = createMarkChange(opened.draft);
  expect((await callFailing('review.apply', { articleId, change })).message).toContain('“vault”');
  await core.close();
  expect(await hashFolder(documents)).toEqual(before);
});

test.each(['listed', 'unlisted'])(
  'a library whose articles are a link, %s, opens read-only and is not written to',
  async (kind) => {
    const { base, library, articleId, start } = await setUp();
    await rename(join(library, 'articles'), join(base, 'articles'));
    await symlink('../articles', join(library, 'articles'));
    if (kind === 'unlisted') await rm(join(library, 'library.json'));
    const before = [await hashFolder(join(base, 'articles')), await listNames(library)];
    const { call, callFailing, core } = start({
      dialogs: { ...refusingDialogs, confirmTakeOver: async () => true },
    });
    const { articles } = await call('library.list', null);
    expect(articles.map(({ title }) => title)).toEqual(kind === 'listed' ? ['The mill'] : []);
    expect(await call('library.access', null)).toEqual({
      kind: 'unwritable',
      why: expect.stringContaining('The folder “articles” of this library is a link to another place.'),
    });
    expect((await callFailing('review.open', { articleId })).message).toContain('is a link');
    expect(await call('library.takeOver', null)).toEqual({ isTaken: false });
    await core.close();
    expect([await hashFolder(join(base, 'articles')), await listNames(library)]).toEqual(before);
  },
);

test('a history that a snapshot shares is copied before anything is added, whenever the snapshot was made', async () => {
  const { article, articleId, base, start } = await setUp();
  const history = join(article, 'history.jsonl');
  const snapshots = [join(base, 'before.jsonl'), join(base, 'while-open.jsonl')];
  const { call, core } = start();
  const { draft } = await call('review.open', { articleId });
  const kept: string[] = [];
  for (const [at, snapshot] of snapshots.entries()) {
    await link(history, snapshot);
    kept.push(await readFile(snapshot, 'utf8'));
    await call('review.apply', { articleId, change: createMarkChange(draft, at * 10, at * 10 + 8).change });
  }
  expect(await Promise.all(snapshots.map((path) => readFile(path, 'utf8')))).toEqual(kept);
  await core.close();
  expect((await lstat(history)).nlink).toBe(1);
  expect((await readFile(history, 'utf8')).split('\n')).toHaveLength(4);
  expect((await start().call('review.open', { articleId })).review.claims).toHaveLength(2);
});

test('a library and a folder for backups that are links themselves are used as ever', async () => {
  const { base, library, articleId } = await setUp();
  await mkdir(join(base, 'drive'));
  for (const [target, name] of [
    ['library', 'shortcut'],
    ['drive', 'backups'],
  ] as const)
    await symlink(target, join(base, name));
  const dialogs = { ...refusingDialogs, chooseFolder: async () => join(base, 'backups') };
  const { call } = testCore(join(base, 'shortcut'), { dialogs, userDataFolder: join(base, 'user') });
  const { draft } = await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('backup.setFolder', { choice: 'ask' });
  expect(await call('backup.run', { taskId: 'backup' })).toMatchObject({ isNew: true, missing: 0 });
  expect((await call('check.run', { taskId: 'check' }))?.findings).toEqual([]);
  expect(await listNames(join(base, 'drive'))).toHaveLength(1);
  expect(await listNames(library)).toContain('lock.json');
});

test('the check and fsck name each link, and change nothing', async () => {
  const { library, article, articleId, documents, start } = await setUp();
  await symlink(documents, join(library, 'articles', '.removing-a'));
  await symlink('nowhere', join(article, 'drafts', 'notes.txt'));
  const files = [join('articles', '.removing-a'), join('articles', articleId, 'drafts', 'notes.txt')];
  const { call, core } = start();
  const report = await call('check.run', { taskId: 'check' });
  expect(report?.findings.map(({ kind, file }) => [kind, file]).sort()).toEqual(
    files.map((file) => ['unchecked', file]).sort(),
  );
  expect(report?.findings[0]).toMatchObject({
    problem: expect.stringContaining('This is a link to another place'),
    remedy: expect.stringContaining('delete the link'),
    repairId: null,
  });
  await core.close();
  const printed: string[] = [];
  expect(await runFsck([library, '--repair'], (line) => printed.push(line))).toBe(2);
  for (const file of files) expect(printed.join('\n')).toContain(file);
});

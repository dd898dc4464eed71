import { cp, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StetError } from '#main/base/stet-error.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { repairArticle } from '#main/storage/repair/repair-article.ts';
import { sweepVault } from '#main/storage/vault/sweep-vault.ts';
import { createMarkChange, createTitleChange, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openBackups } from '../backup/open-backups.ts';
import { openArticle, readLines } from '../reviews/open-article.ts';

/** An article with three changes after the first, closed. Its snapshot holds all of them. */
async function makeArticle() {
  const folder = await tempFolder();
  const { call, articleId, draft, article, core } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'The mill', 'The weir') });
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  await call('review.close', { articleId });
  await core.close();
  return { folder, articleId, article, history: join(article, 'history.jsonl') };
}

/** Overwrites the middle of a line. */
async function destroyLine(history: string, line: number): Promise<string> {
  const lines = (await readFile(history, 'utf8')).split('\n');
  lines[line - 1] = `${lines[line - 1]?.slice(0, 200)}${'x'.repeat(120)}${lines[line - 1]?.slice(320)}`;
  await writeFile(history, lines.join('\n'));
  return lines.join('\n');
}

/** The files of an article that a repair adds. */
async function listRepairFiles(article: string) {
  const names = await readdir(article);
  return {
    copies: names.filter((name) => name.startsWith('history.jsonl.damaged-')),
    accounts: names.filter((name) => name.startsWith('repaired-')),
  };
}

test('a damaged line is repaired when the article is opened; the account is shown and kept, and so is the damaged file', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  const damaged = await destroyLine(history, 3);
  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, canUndo: false });
  expect(opened.problems).toEqual([
    expect.stringMatching(
      /^The history .* repaired\. What was done in changes 3 to 4 was taken from the snapshot .* kept as history\.jsonl\.damaged-/,
    ),
  ]);
  expect(opened.review.claims).toHaveLength(2);
  expect(opened.review.article[0]?.title).toBe('The weir');
  expect((await readLines(article))[2]?.change).toMatchObject({ action: 'history.repair' });
  const { copies, accounts } = await listRepairFiles(article);
  expect(await readFile(join(article, copies[0] ?? ''), 'utf8')).toBe(damaged);
  expect(await readFile(join(article, accounts[0] ?? ''), 'utf8')).toBe(`${opened.problems[0]}\n`);

  await stet.call('review.apply', {
    articleId,
    change: createTitleChange(articleId, 'The weir', 'The lock'),
  });
  expect(await stet.call('review.undo', { articleId })).toMatchObject({ canUndo: false });
  await stet.core.close();
  expect(await testCore(folder).call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [],
  });
});

test('the account is shown when the article is shown, even if something else opened it before', async () => {
  const { folder, articleId, history } = await makeArticle();
  await destroyLine(history, 3);
  const stet = testCore(folder);
  await stet.call('review.history', { articleId, claimId: 'none' });
  expect((await stet.call('review.open', { articleId })).problems).toHaveLength(1);
  expect((await stet.call('review.open', { articleId })).problems).toEqual([]);
});

test('a Stet that is killed after a repair finds the history whole, although the snapshot counts more lines', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  await destroyLine(history, 2);
  const snapshot = await readFile(join(article, 'review.json'));
  const killed = testCore(folder);
  await killed.call('review.open', { articleId });
  await killed.core.close();
  await writeFile(join(article, 'review.json'), snapshot);
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, problems: [] });
  expect(opened.review.claims).toHaveLength(2);
  expect((await listRepairFiles(article)).copies).toHaveLength(1);
});

test('where no copy is left of the damaged lines, the article goes on from what is whole, and the loss is named', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  await destroyLine(history, 3);
  await rm(join(article, 'review.json'));
  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false });
  expect(opened.problems).toEqual([
    expect.stringMatching(
      /behind change 2 can’t be read, and no copy .* 1 change behind it does not fit .* Look through what you did last/,
    ),
  ]);
  expect(opened.review.claims).toHaveLength(1);
  await stet.core.close();
  expect(await testCore(folder).call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [],
  });
});

test('attached files that only a kept damaged history names are not swept', async () => {
  const { article, history } = await makeArticle();
  const vault = join(article, 'vault');
  const name = 'a'.repeat(64);
  await mkdir(vault, { recursive: true });
  for (const file of ['unswept', name]) await writeFile(join(vault, file), '');
  await writeFile(`${history}.damaged-2026`, 'x');
  const context = { now: () => new Date(), access: alwaysWritable };
  await sweepVault(vault, [], context);
  expect(await readdir(vault)).toContain(name);
  await rm(`${history}.damaged-2026`);
  await sweepVault(vault, [], context);
  expect(await readdir(vault)).not.toContain(name);
});

test('an article whose history is missing goes on from its snapshot', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  await rm(history);
  const stet = testCore(folder);
  const repaired = await stet.call('review.open', { articleId });
  expect(repaired).toMatchObject({
    readOnly: false,
    canUndo: false,
    problems: [expect.stringMatching(/was missing and is there again.* can’t be undone\. Nothing else/)],
  });
  expect(repaired.review.claims).toHaveLength(2);
  await stet.call('review.apply', { articleId, change: createTitleChange(articleId, 'The weir', 'Weir') });
  await stet.call('review.undo', { articleId });
  await stet.core.close();
  expect(await readLines(article)).toHaveLength(3);
  expect(await testCore(folder).call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [],
  });
});

test('nothing is written without the right to write', async () => {
  const { article, history } = await makeArticle();
  const damaged = await destroyLine(history, 3);
  const context = {
    ...testCore(await tempFolder()).platform,
    reviewer: () => null,
    findBackedUpHistories: async () => [],
    access: {
      refusal: null,
      verify: async () => Promise.reject(new StetError('readOnly', 'Another Stet writes.')),
    },
  };
  const before = await readdir(article);
  expect(await repairArticle(article, context)).toEqual({ isRepaired: false, account: null });
  expect(await readFile(history, 'utf8')).toBe(damaged);
  expect(await readdir(article)).toEqual(before);
});

test('a line that the snapshot does not know is taken from a backup', async () => {
  const stet = await openBackups();
  const { call, articleId, library } = stet;
  await stet.rename('The weir');
  await stet.rename('The lock');
  await call('review.close', { articleId });
  await stet.run();
  const article = join(library, 'articles', articleId);
  const history = join(article, 'history.jsonl');
  const whole = await readFile(history);
  await destroyLine(history, 3);
  await rm(join(article, 'review.json'));
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false });
  expect(opened.problems).toEqual([expect.stringMatching(/^The history .* The backup of .* had .* kept as/)]);
  expect((await readFile(history)).equals(whole)).toBe(true);
});

test('where something would be lost, the repair waits for a backup folder that is not there', async () => {
  const stet = await openBackups();
  const { call, articleId, library } = stet;
  await stet.rename('The weir');
  await stet.rename('The lock');
  await call('review.close', { articleId });
  await stet.run();
  const article = join(library, 'articles', articleId);
  const history = join(article, 'history.jsonl');
  const whole = await readFile(history);
  const damaged = await destroyLine(history, 3);
  await rm(join(article, 'review.json'));
  await rename(stet.backupFolder, `${stet.backupFolder}-away`);
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: true });
  expect(opened.problems[0]).toContain('connect its drive and open the article again');
  expect(await readFile(history, 'utf8')).toBe(damaged);
  await call('review.close', { articleId });
  await rename(`${stet.backupFolder}-away`, stet.backupFolder);
  expect(await call('review.open', { articleId })).toMatchObject({ readOnly: false });
  expect((await readFile(history)).equals(whole)).toBe(true);
});

test('an article of which nothing else is left is what the backup has', async () => {
  const stet = await openBackups();
  const { call, articleId, library } = stet;
  await stet.rename('The weir');
  await call('review.close', { articleId });
  await stet.run();
  const article = join(library, 'articles', articleId);
  await rm(join(article, 'history.jsonl'));
  await rm(join(article, 'review.json'));
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false });
  expect(opened.review.article[0]?.title).toBe('The weir');
  await stet.rename('The lock');
  expect(await readLines(article)).toHaveLength(4);
});

describe('Restore draft', () => {
  /** An article with a claim, whose text can't be read. */
  async function makeArticle() {
    const folder = await tempFolder();
    const { call, articleId, draft, article, core } = await openArticle(folder);
    await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
    await core.close();
    const path = join(article, 'drafts', `${draft.sha256}.json`);
    await writeFile(path, 'damaged');
    return { folder, articleId, article, draft };
  }

  test('a text that can’t be read is restored from another article with the same text', async () => {
    const { folder, articleId, article, draft } = await makeArticle();
    const other = testCore(folder);
    await other.createArticle(sampleProposal('Another title'));
    await other.core.close();

    const stet = testCore(folder);
    const opened = await stet.call('review.open', { articleId });
    expect(opened).toMatchObject({
      readOnly: false,
      problems: [expect.stringMatching(/restored from another article.*no word of it is lost/)],
    });
    expect(opened.draft).toMatchObject({
      id: draft.id,
      number: 1,
      importedAt: draft.importedAt,
      text: draft.text,
    });
    expect(opened.review.placements).toMatchObject([{ span: { start: 4, end: 8 }, status: 'marked' }]);
    expect((await readdir(join(article, 'drafts'))).sort()).toEqual([
      `${draft.sha256}.json`,
      expect.stringContaining('.damaged-'),
    ]);
    await stet.core.close();
    expect((await testCore(folder).call('review.open', { articleId })).problems).toEqual([]);
  });

  test('the account of the import comes back with a file that could not be read for a while', async () => {
    const folder = await tempFolder();
    const { articleId, draft, article, core } = await openArticle(folder);
    expect(draft.account).toEqual([]);
    await core.close();
    const other = testCore(folder);
    await other.createArticle(sampleProposal('Another title'));
    await other.core.close();
    const path = join(article, 'drafts', `${draft.sha256}.json`);
    await rename(path, `${path}.away`);
    // A folder in the place of a file can't be read, and is no damaged file either.
    await mkdir(path);
    const during = testCore(folder);
    const restored = await during.call('review.open', { articleId });
    expect(restored).toMatchObject({ readOnly: false, draft: { id: draft.id, account: null } });
    await during.core.close();
    await rmdir(path);
    await rename(`${path}.away`, path);
    expect((await testCore(folder).call('review.open', { articleId })).draft).toEqual(draft);
  });

  test('another text is never taken for it', async () => {
    const { folder, articleId, draft } = await makeArticle();
    const other = testCore(folder);
    const text = `${draft.text.slice(0, -1)}!`;
    const { articleId: otherId } = await other.createArticle({ ...sampleProposal('Another title'), text });
    await other.core.close();
    const drafts = join(folder, 'articles', otherId, 'drafts');
    const [name = ''] = await readdir(drafts);
    await cp(join(drafts, name), join(drafts, `${draft.sha256}.json`));
    const opened = await testCore(folder).call('review.open', { articleId });
    expect(opened).toMatchObject({ readOnly: true, problems: [expect.stringContaining('can’t be read')] });
  });

  test('a text that can’t be read is restored when the file is imported again', async () => {
    const { folder, articleId, draft } = await makeArticle();
    const stet = testCore(folder);
    expect((await stet.call('review.open', { articleId })).readOnly).toBe(true);
    await stet.propose({ ...sampleProposal(), text: `${draft.text.slice(0, -1)}!` });
    expect(stet.events).toEqual([]);
    await stet.propose(sampleProposal());
    expect(stet.events).toEqual([
      { type: 'reviewChanged', articleId, message: expect.stringContaining('restored, word for word') },
    ]);
    const opened = await stet.call('review.open', { articleId });
    expect(opened).toMatchObject({
      readOnly: false,
      problems: [],
      draft: { id: draft.id, text: draft.text },
    });
  });

  test('a text that can’t be read is restored from a backup', async () => {
    const { call, core, run, library, articleId, platform } = await openBackups();
    const { draft } = await call('review.open', { articleId });
    await run();
    await core.close();
    const path = join(library, 'articles', articleId, 'drafts', `${draft.sha256}.json`);
    await writeFile(path, 'damaged');
    const next = testCore(library, { userDataFolder: platform.userDataFolder });
    const opened = await next.call('review.open', { articleId });
    expect(opened).toMatchObject({
      readOnly: false,
      problems: [expect.stringMatching(/restored from a backup.*nothing is lost/)],
      draft: { text: draft.text },
    });
  });
});

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StetError } from '../../../../../../main/core/errors/stet-error';
import { repairAsChosen, repairIfCertain } from '../../../../../../main/core/storage/repair/repair-article';
import type { Task } from '../../../../../../main/core/tasks/task';
import { createMarkChange, createTitleChange } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';
import { openBackups } from '../backup/open-backups';
import { openArticle, readLines } from '../review/open-article';

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

test('a flipped bit is repaired when the article is opened; the account is shown and kept, and so is the damaged file', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  const whole = await readFile(history);
  const damaged = Buffer.from(whole);
  damaged[whole.indexOf('The weir')] = 0x55;
  await writeFile(history, damaged);

  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, canUndo: true, repair: null });
  expect(opened.problems).toEqual([
    expect.stringMatching(
      /^The history .* repaired\. Change 3 .*Nothing is lost\. .* kept as history\.jsonl\.damaged-/,
    ),
  ]);
  expect((await readFile(history)).equals(whole)).toBe(true);
  const names = await readdir(article);
  const [copy = ''] = names.filter((name) => name.startsWith('history.jsonl.damaged-'));
  expect((await readFile(join(article, copy))).equals(damaged)).toBe(true);
  const [account = ''] = names.filter((name) => name.startsWith('repaired-'));
  expect(await readFile(join(article, account), 'utf8')).toBe(`${opened.problems[0]}\n`);

  const change = createTitleChange(articleId, 'The weir', 'The lock');
  await stet.call('review.apply', { articleId, change });
  await stet.core.close();
  expect((await testCore(folder).call('review.open', { articleId })).problems).toEqual([]);
});

test('the account is shown when the article is shown, even if something else opened it before', async () => {
  const { folder, articleId, history } = await makeArticle();
  const damaged = await readFile(history);
  damaged[damaged.indexOf('The weir')] = 0x55;
  await writeFile(history, damaged);
  const stet = testCore(folder);
  await stet.call('review.history', { articleId, claimId: 'none' });
  expect((await stet.call('review.open', { articleId })).problems).toHaveLength(1);
  expect((await stet.call('review.open', { articleId })).problems).toEqual([]);
});

test('where something is lost, the article opens read-only with a question, and as it is until the answer', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  const damaged = await destroyLine(history, 3);
  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened.readOnly).toBe(true);
  expect(opened.repair?.damage).toContain('Change 3');
  expect(opened.repair?.choices.map(({ id }) => id)).toEqual(['fromSnapshot', 'keepBefore']);
  expect(await readFile(history, 'utf8')).toBe(damaged);
  expect(await readdir(article)).toEqual(['drafts', 'history.jsonl', 'review.json', 'summary.json']);

  await stet.call('review.repair', { articleId, choice: 'fromSnapshot' });
  const repaired = await stet.call('review.open', { articleId });
  expect(repaired).toMatchObject({ readOnly: false, canUndo: true, repair: null });
  expect(repaired.problems).toEqual([expect.stringContaining('Repair from the snapshot')]);
  expect(repaired.review.claims).toHaveLength(2);
  expect(repaired.review.article[0]?.title).toBe('The weir');
  expect((await readLines(article))[2]?.change).toMatchObject({
    action: 'history.repair',
    edits: [{ table: 'article', update: { before: { title: 'The mill' }, after: { title: 'The weir' } } }],
  });

  for (let step = 0; step < 3; step += 1) await stet.call('review.undo', { articleId });
  const start = await stet.call('review.open', { articleId });
  expect(start.review.claims).toHaveLength(0);
  expect(start.review.article[0]?.title).toBe('The mill');
  expect(start.canUndo).toBe(false);
  await stet.core.close();
  const later = await testCore(folder).call('review.open', { articleId });
  expect(later).toMatchObject({ readOnly: false, problems: [], repair: null });
});

test('going back to before the damage sets the snapshot aside, which holds more', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  await destroyLine(history, 3);
  const stet = testCore(folder);
  await stet.call('review.open', { articleId });
  await stet.call('review.repair', { articleId, choice: 'keepBefore' });
  const repaired = await stet.call('review.open', { articleId });
  expect(repaired).toMatchObject({ readOnly: false });
  expect(repaired.review.claims).toHaveLength(1);
  expect((await readdir(article)).filter((name) => name.includes('.replaced-'))).toHaveLength(1);
  await stet.core.close();
  expect(await testCore(folder).call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [],
  });
});

test('an article whose history is missing is shown from its snapshot, and goes on from it when asked to', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  await rm(history);
  const stet = testCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: true, repair: { choices: [{ id: 'startAgain' }] } });
  expect(opened.review.claims).toHaveLength(2);
  await stet.call('review.repair', { articleId, choice: 'startAgain' });
  const repaired = await stet.call('review.open', { articleId });
  expect(repaired).toMatchObject({ readOnly: false, canUndo: false });
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

test('a choice that is not offered any more changes nothing', async () => {
  const { folder, articleId, history } = await makeArticle();
  const whole = await readFile(history);
  await destroyLine(history, 3);
  const stet = testCore(folder);
  await stet.call('review.open', { articleId });
  await writeFile(history, whole);
  const failure = await stet.callFailing('review.repair', { articleId, choice: 'fromSnapshot' });
  expect(failure.code).toBe('conflict');
  expect((await readFile(history)).equals(whole)).toBe(true);
});

test('nothing is written without the right to write', async () => {
  const { article, history } = await makeArticle();
  const damaged = await readFile(history);
  damaged[damaged.indexOf('The weir')] = 0x55;
  await writeFile(history, damaged);
  const context = {
    ...testCore(await tempFolder()).platform,
    reviewer: () => null,
    findBackedUpHistories: async () => [],
    runOwnTask: <T>(_label: string, work: (task: Task) => Promise<T>) =>
      work({ signal: new AbortController().signal, reportProgress: () => undefined }),
    access: {
      refusal: null,
      verify: async () => Promise.reject(new StetError('readOnly', 'Another Stet writes.')),
    },
  };
  const before = await readdir(article);
  expect(await repairIfCertain(article, context)).toEqual({ state: 'unrepaired' });
  expect((await readFile(history)).equals(damaged)).toBe(true);
  await destroyLine(history, 2);
  await expect(repairAsChosen(article, 'fromSnapshot', context)).rejects.toMatchObject({ code: 'readOnly' });
  expect(await readdir(article)).toEqual(before);
});

test('a line that the snapshot does not know is taken from a backup without a question', async () => {
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
  expect(opened).toMatchObject({ readOnly: false, repair: null });
  expect(opened.problems).toEqual([expect.stringMatching(/^The history .* as the backup of .* kept as/)]);
  expect((await readFile(history)).equals(whole)).toBe(true);
});

test('an article of which nothing else is left is shown as the backup has it, read-only, until that is chosen', async () => {
  const stet = await openBackups();
  const { call, articleId, library } = stet;
  await stet.rename('The weir');
  await call('review.close', { articleId });
  await stet.run();
  const article = join(library, 'articles', articleId);
  await rm(join(article, 'history.jsonl'));
  await rm(join(article, 'review.json'));
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: true, repair: { choices: [{ id: 'fromBackup' }] } });
  expect(opened.review.article[0]?.title).toBe('The weir');
  await call('review.close', { articleId });
  expect(await readdir(article)).not.toContain('history.jsonl');
  expect(await readdir(article)).not.toContain('review.json');

  await call('review.open', { articleId });
  await call('review.repair', { articleId, choice: 'fromBackup' });
  const repaired = await call('review.open', { articleId });
  expect(repaired).toMatchObject({ readOnly: false, repair: null });
  await stet.rename('The lock');
  expect(await readLines(article)).toHaveLength(4);
});

test('a flipped bit of the snapshot is found when the history needs it, and costs nothing', async () => {
  const { folder, articleId, article, history } = await makeArticle();
  const snapshot = join(article, 'review.json');
  const whole = await readFile(snapshot);
  const damaged = Buffer.from(whole);
  const at = whole.indexOf('The weir');
  damaged[at] = (damaged[at] ?? 0) ^ 1;
  await writeFile(snapshot, damaged);
  await destroyLine(history, 3);
  const opened = await testCore(folder).call('review.open', { articleId });
  expect((await readFile(snapshot)).equals(whole)).toBe(true);
  expect(opened.repair?.choices.map(({ id }) => id)).toEqual(['fromSnapshot', 'keepBefore']);
  expect(opened.problems).toContainEqual(expect.stringMatching(/^The snapshot .* one bit of it had flipped/));
});

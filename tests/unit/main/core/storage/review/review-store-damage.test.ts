import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMarkChange, createTitleChange } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';
import { openArticle } from './open-article';

test('a damaged snapshot is renamed and reported, and the review comes from the history', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.close', { articleId });
  await writeFile(join(article, 'review.json'), '{}');

  const later = testCore(folder);
  const opened = await later.call('review.open', { articleId });
  expect(opened.review.claims).toHaveLength(1);
  expect(opened.readOnly).toBe(false);
  expect(opened.problems).toEqual([expect.stringContaining('nothing is lost')]);
  await later.call('review.close', { articleId });
  expect((await readdir(article)).filter((name) => name.startsWith('review.json'))).toHaveLength(2);
  expect((await testCore(folder).call('review.open', { articleId })).problems).toEqual([]);
});

test('damage in the history shows what came before it, read-only, and leaves the file alone', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  const path = join(article, 'history.jsonl');
  const damaged = (await readFile(path, 'utf8')).replace('"seq":3', '"seq":4');
  await writeFile(path, damaged);

  const later = testCore(folder);
  const opened = await later.call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: true,
    canUndo: false,
    problems: [expect.stringContaining('Line 3')],
  });
  expect(opened.review.claims).toHaveLength(1);
  const change = createTitleChange(articleId, 'The mill', 'One');
  expect((await later.callFailing('review.apply', { articleId, change })).code).toBe('readOnly');
  expect((await later.callFailing('review.undo', { articleId })).code).toBe('readOnly');
  await later.call('review.close', { articleId });
  expect(await readFile(path, 'utf8')).toBe(damaged);
});

test('a history shorter than the snapshot is damage: the snapshot is shown, read-only', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.close', { articleId });
  const path = join(article, 'history.jsonl');
  await writeFile(path, `${(await readFile(path, 'utf8')).split('\n')[0]}\n`);
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: true, problems: [expect.stringContaining('is missing')] });
  expect(opened.review.claims).toHaveLength(1);
});

test('an article whose draft file is damaged or gone does not open, and the failure is in plain words', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.close', { articleId });
  const path = join(article, 'drafts', `${draft.sha256}.json`);
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('1974', '1975'));
  expect(await testCore(folder).callFailing('review.open', { articleId })).toMatchObject({ code: 'damaged' });
  expect(await testCore(folder).callFailing('review.open', { articleId })).toMatchObject({ code: 'damaged' });
  await writeFile(path, whole);
  expect((await testCore(folder).call('review.open', { articleId })).draft.text).toBe(draft.text);
});

test('an article that is not there is not found', async () => {
  const { call, callFailing, articleId, article } = await openArticle(await tempFolder());
  expect((await callFailing('review.open', { articleId: 'nobody' })).code).toBe('notFound');
  await call('review.close', { articleId });
  await call('review.close', { articleId: 'nobody' });
  await rm(join(article, 'history.jsonl'));
  expect((await callFailing('review.open', { articleId })).code).toBe('damaged');
});

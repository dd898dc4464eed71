import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFailingDisk } from '#tests/unit/main/support/failing-disk.ts';
import { createMarkChange, createTitleChange } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle, readLines } from './open-article.ts';

test('a change is stamped with the time and the reviewer, and is on the disk when it is acknowledged', async () => {
  const { call, articleId, draft, article } = await openArticle(await tempFolder());
  await call('settings.change', { reviewer: 'Ann' });
  const { change } = createMarkChange(draft);
  const { at, by, canUndo, canRedo } = await call('review.apply', { articleId, change });
  expect({ by, canUndo, canRedo }).toEqual({ by: 'Ann', canUndo: true, canRedo: false });
  expect((await readLines(article)).at(-1)?.change).toEqual({ ...change, at, by: 'Ann', undoes: null });
});

test('a change known by its id is acknowledged again and written once', async () => {
  const { call, callFailing, articleId, draft, article } = await openArticle(await tempFolder());
  const { change } = createMarkChange(draft);
  const first = await call('review.apply', { articleId, change });
  expect(await call('review.apply', { articleId, change })).toEqual(first);
  await call('review.close', { articleId });
  expect(await call('review.apply', { articleId, change })).toEqual(first);
  expect(await readLines(article)).toHaveLength(2);
  const other = { ...createTitleChange(articleId, 'The mill', 'Other'), id: change.id };
  expect((await callFailing('review.apply', { articleId, change: other })).code).toBe('conflict');
});

test('a change that does not fit is refused and changes nothing', async () => {
  const { call, callFailing, articleId, article } = await openArticle(await tempFolder());
  const change = createTitleChange(articleId, 'Another title', 'The mill, again');
  expect((await callFailing('review.apply', { articleId, change })).code).toBe('conflict');
  expect((await call('review.open', { articleId })).review.article[0]?.title).toBe('The mill');
  expect(await readLines(article)).toHaveLength(1);
});

test('an undo that can’t be saved leaves everything as it was', async () => {
  const disk = createFailingDisk();
  const { call, callFailing, articleId } = await openArticle(await tempFolder(), {
    openHistory: disk.openHistory,
  });
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'The mill', 'One') });
  disk.failsAt = 'sync';
  expect((await callFailing('review.undo', { articleId })).message).toContain('everything is as it was');
  disk.failsAt = 'nothing';
  expect(await call('review.open', { articleId })).toMatchObject({
    canUndo: true,
    review: { article: [{ title: 'One' }] },
  });
  await call('review.undo', { articleId });
  expect(await call('review.open', { articleId })).toMatchObject({
    canUndo: false,
    review: { article: [{ title: 'The mill' }] },
  });
});

test.each([
  ['write', 'ENOSPC', 'the disk is full'],
  ['sync', 'EIO', 'the disk reported an error'],
  ['open', 'EACCES', 'Stet is not allowed to write there'],
] as const)(
  'when the disk fails to %s (%s), nothing is acknowledged and all is retried in order',
  async (failsAt, code, words) => {
    const disk = createFailingDisk();
    const { call, callFailing, articleId, draft, article } = await openArticle(await tempFolder(), {
      openHistory: disk.openHistory,
    });
    const changes = [
      createMarkChange(draft, 0, 3).change,
      createTitleChange(articleId, 'The mill', 'One'),
      createTitleChange(articleId, 'One', 'Two'),
    ];
    Object.assign(disk, { failsAt, code });
    for (const change of changes.slice(0, 2)) {
      const { code: failed, message } = await callFailing('review.apply', { articleId, change });
      expect(failed).toBe('notSaved');
      expect(message).toContain(words);
      expect(message).toMatch(/^Not saved: /);
      expect(message).not.toContain('kept here');
    }
    const { review, canUndo } = await call('review.open', { articleId });
    expect({ claims: review.claims, title: review.article[0]?.title, canUndo }).toEqual({
      claims: [],
      title: 'The mill',
      canUndo: false,
    });

    disk.failsAt = 'nothing';
    for (const change of changes) await call('review.apply', { articleId, change });
    expect((await readLines(article)).slice(1).map(({ change }) => change.id)).toEqual(
      changes.map(({ id }) => id),
    );
  },
);

test('concurrent edits are saved one after the other', async () => {
  const { call, articleId, article } = await openArticle(await tempFolder());
  const changes = Array.from({ length: 30 }, (_, index) =>
    createTitleChange(articleId, index === 0 ? 'The mill' : String(index - 1), String(index)),
  );
  await Promise.all(changes.map((change) => call('review.apply', { articleId, change })));
  expect((await readLines(article)).slice(1).map(({ change }) => change.id)).toEqual(
    changes.map(({ id }) => id),
  );
});

test('undo and redo go back to the opening of the article, also after a restart', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft } = await openArticle(folder);
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'The mill', 'One') });
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.undo', { articleId });

  const later = testCore(folder);
  expect(await later.call('review.open', { articleId })).toMatchObject({ canUndo: true, canRedo: true });
  const marked = { action: 'claim.mark', claimCount: 1, claimId: expect.any(String) };
  expect(await later.call('review.open', { articleId })).toMatchObject({
    nextUndo: { action: 'article.edit', claimCount: 0, claimId: null },
    nextRedo: marked,
  });
  const { change, ...state } = await later.call('review.undo', { articleId });
  expect(change).toMatchObject({ action: 'undo', edits: [{ update: { after: { title: 'The mill' } } }] });
  expect(state).toEqual({
    canUndo: false,
    canRedo: true,
    recutSentences: [],
    nextUndo: null,
    nextRedo: { id: change.id, action: 'article.edit', isSignature: false, claimCount: 0, claimId: null },
  });
  expect((await later.callFailing('review.undo', { articleId })).code).toBe('nothing');
  await later.call('review.redo', { articleId });
  await later.call('review.redo', { articleId });
  expect((await later.callFailing('review.redo', { articleId })).code).toBe('nothing');
  const { review } = await later.call('review.open', { articleId });
  expect([review.article[0]?.title, review.claims.length]).toEqual(['One', 1]);
});

test('a claim’s history lists its changes, oldest first', async () => {
  const { call, articleId, draft } = await openArticle(await tempFolder());
  const { change, claimId } = createMarkChange(draft, 0, 8, 'disputed');
  await call('review.apply', { articleId, change });
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'The mill', 'One') });
  await call('review.undo', { articleId });
  await call('review.undo', { articleId });
  const history = await call('review.history', { articleId, claimId });
  expect(history.map(({ action }) => action)).toEqual(['claim.mark', 'undo']);
});

test('the snapshot is written when the reviewer pauses, and on close, never with an edit', async () => {
  const { call, runScheduled, articleId, draft, article } = await openArticle(await tempFolder());
  const snapshot = async () => {
    const text = await readFile(join(article, 'review.json'), 'utf8').catch(() => null);
    return text === null ? null : JSON.parse(text).lastSeq;
  };
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  expect(await snapshot()).toBeNull();
  runScheduled();
  await expect.poll(snapshot).toBe(2);
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  expect(await snapshot()).toBe(2);
  await call('review.close', { articleId });
  expect(await snapshot()).toBe(3);
});

test('a snapshot that can’t be written fails no edit', async () => {
  const { call, logs, articleId, draft, article } = await openArticle(await tempFolder());
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  await mkdir(join(article, 'review.json', 'in-the-way'), { recursive: true });
  await call('review.close', { articleId });
  expect(logs.join()).toContain('a snapshot could not be written');
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  expect(await readLines(article)).toHaveLength(3);
  // The review stays open until its snapshot is written.
  await rm(join(article, 'review.json'), { recursive: true });
});

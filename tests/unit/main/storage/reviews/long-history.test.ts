import { copyFile, readFile, rename, rm, truncate } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { readHistory } from '#main/storage/history/history-format.ts';
import { createMarkChange, createTitleChange } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { changeSnapshot, gatedCore, makeLongArticle } from './long-article.ts';
import { openArticle, readLines } from './open-article.ts';

const readIds = async (history: string) => (await readHistory(history)).changes.map(({ id }) => id);

test('a long article is shown, and takes edits, before its history is verified', async () => {
  const { folder, articleId, history } = await makeLongArticle();
  const stet = gatedCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, problems: [], canUndo: true, canRedo: false });
  const change = createTitleChange(articleId, 'The mill', 'The weir');
  expect(await stet.call('review.apply', { articleId, change })).toMatchObject({ canUndo: true });
  expect((await readIds(history)).at(-1)).toBe(change.id);
  await expect.poll(stet.hasStarted).toBe(true);

  stet.release();
  expect((await stet.call('review.undo', { articleId })).change).toMatchObject({ undoes: change.id });
  await stet.call('review.close', { articleId });
  const later = await testCore(folder).call('review.open', { articleId });
  expect(later.review).toEqual(opened.review);
  expect(later).toMatchObject({ problems: [], canUndo: true, canRedo: true });
});

test('opened from its end, it is the same as read as a whole', async () => {
  const { folder, articleId, snapshot } = await makeLongArticle();
  const { core, call, release, hasStarted } = gatedCore(folder);
  const fromEnd = await call('review.open', { articleId });
  const claimId = `${fromEnd.review.claims[0]?.id}`;
  release();
  const history = await call('review.history', { articleId, claimId });
  await expect.poll(hasStarted).toBe(true);
  await core.close();
  await rm(snapshot);
  const other = testCore(folder);
  const whole = await other.call('review.open', { articleId });
  expect(whole.nextUndo).toMatchObject({ action: 'claim.edit' });
  expect(whole).toEqual(fromEnd);
  expect(await other.call('review.history', { articleId, claimId })).toEqual(history);
});

test('a change that was saved long ago and is sent again is acknowledged as it was, once the history is verified', async () => {
  const { folder, articleId, article, history } = await makeLongArticle();
  const { change: saved } = (await readLines(article))[2] ?? {};
  const { call, callFailing, release } = gatedCore(folder);
  await call('review.open', { articleId });
  const { id, edits } = saved ?? { id: '', edits: [] };
  const again = call('review.apply', { articleId, change: { id, action: 'claim.mark', edits } });
  const onAnswer = vi.fn();
  void again.then(onAnswer);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onAnswer).not.toHaveBeenCalled();
  release();
  expect(await again).toMatchObject({ at: saved?.at });
  const other = { ...createTitleChange(articleId, 'The mill', 'The weir'), id };
  expect(await callFailing('review.apply', { articleId, change: other })).toMatchObject({ code: 'conflict' });
  expect((await readIds(history)).filter((one) => one === id)).toHaveLength(1);
});

test('lines behind the snapshot are added to it, as after a crash', async () => {
  const { folder, articleId } = await makeLongArticle();
  const crashed = testCore(folder);
  const { draft } = await crashed.call('review.open', { articleId });
  await crashed.call('review.apply', { articleId, change: createMarkChange(draft, 9, 12).change });
  await crashed.call('review.undo', { articleId });
  const { hasStarted, ...stet } = gatedCore(folder);
  const opened = await stet.call('review.open', { articleId });
  expect(opened).toMatchObject({ problems: [], canUndo: true, canRedo: true });
  expect(opened.review.claims).toHaveLength(2);
  await expect.poll(hasStarted).toBe(true);
  stet.release();
  await stet.call('review.redo', { articleId });
  expect((await stet.call('review.open', { articleId })).review.claims).toHaveLength(3);
});

test('a snapshot that does not say where the history ends is used, and made again when the article is left', async () => {
  const { folder, articleId, snapshot } = await makeLongArticle();
  await changeSnapshot(snapshot, { historyEnd: null, later: 'kept' });
  const first = gatedCore(folder);
  expect(await first.call('review.open', { articleId })).toMatchObject({ problems: [], readOnly: false });
  await first.call('review.history', { articleId, claimId: 'none' });
  expect(first.hasStarted()).toBe(false);
  await first.call('review.close', { articleId });
  await first.core.close();
  expect(JSON.parse(await readFile(snapshot, 'utf8'))).toMatchObject({ historyEnd: {}, later: 'kept' });
  const { call, hasStarted } = gatedCore(folder);
  expect(await call('review.open', { articleId })).toMatchObject({ problems: [] });
  await expect.poll(hasStarted).toBe(true);
});

test.each<[string, object]>([
  ['of another history', { lastSum: 'a'.repeat(64) }],
  ['that says a wrong size', { historyEnd: { bytes: 5_000, undoable: 1, redoable: 0 } }],
  [
    'that says a size in the middle of a line',
    { historyEnd: { bytes: 1_000_003, undoable: 1, redoable: 0 } },
  ],
  ['of another number', { lastSeq: 3 }],
])('a snapshot %s is not used to open only the end', async (_which, fields) => {
  const { folder, articleId, snapshot } = await makeLongArticle();
  await changeSnapshot(snapshot, fields);
  const { call, hasStarted } = gatedCore(folder);
  const opened = await call('review.open', { articleId });
  expect(opened).toMatchObject({ problems: [], readOnly: false });
  await call('review.history', { articleId, claimId: 'none' });
  expect(hasStarted()).toBe(false);
  await rm(snapshot);
  expect((await testCore(folder).call('review.open', { articleId })).review).toEqual(opened.review);
});

test('a snapshot of another article is replaced, with the message', async () => {
  const { folder, articleId, snapshot } = await makeLongArticle();
  const other = await openArticle(folder);
  await other.call('review.close', { articleId: other.articleId });
  await copyFile(`${other.article}/review.json`, snapshot);
  const { call, hasStarted } = gatedCore(folder);
  expect(await call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [expect.stringContaining('was that of another article')],
  });
  expect(hasStarted()).toBe(false);
});

test('a snapshot ahead of its history is damage, and named before anything is edited', async () => {
  const { folder, articleId, history } = await makeLongArticle();
  const bytes = await readFile(history);
  await truncate(history, bytes.lastIndexOf('\n', bytes.length - 2) + 1);
  const { call, hasStarted } = gatedCore(folder);
  expect(await call('review.open', { articleId })).toMatchObject({
    readOnly: false,
    problems: [expect.stringContaining('was taken from the snapshot')],
  });
  expect(hasStarted()).toBe(false);
});

/** Ways in which another program leaves the history of an open article with less than what was acknowledged. */
const losses: [string, (paths: { history: string; older: string }) => Promise<void>][] = [
  ['removed', ({ history }) => rm(history)],
  ['emptied', ({ history }) => truncate(history)],
  ['replaced by an older copy', ({ history, older }) => rename(older, history)],
  ['overwritten by an older copy', ({ history, older }) => copyFile(older, history)],
];

test.each(losses)(
  'a history that is %s before it is verified is whole again after the next edit',
  async (_how, lose) => {
    const { folder, articleId, article, history } = await makeLongArticle();
    const older = `${article}.older`;
    await copyFile(history, older);
    const before = await readIds(history);
    const { call, core, events, release } = gatedCore(folder);
    await call('review.open', { articleId });
    const one = createTitleChange(articleId, 'The mill', 'The weir');
    await call('review.apply', { articleId, change: one });
    await lose({ history, older });
    const two = createTitleChange(articleId, 'The weir', 'The lock');
    await call('review.apply', { articleId, change: two });
    expect(await readIds(history)).toEqual([...before, one.id, two.id]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'problem' }));
    release();
    await call('review.undo', { articleId });
    await core.close();
    expect(await testCore(folder).call('review.open', { articleId })).toMatchObject({ problems: [] });
  },
);

test('an article can be left while its history is verified; the next opening is as quick', async () => {
  const { folder, articleId } = await makeLongArticle();
  const stet = gatedCore(folder);
  await stet.call('review.open', { articleId });
  await stet.call('review.close', { articleId });
  expect(await stet.call('review.open', { articleId })).toMatchObject({ problems: [], readOnly: false });
  await stet.core.close();
  stet.release();
  expect(stet.logs).toEqual([]);
});

test('when workers fail, the article is read as a whole, without a message', async () => {
  const { folder, articleId } = await makeLongArticle();
  const { call, events, logs } = testCore(folder, {
    verifyLines: async () => {
      throw new Error('a worker ended with 134');
    },
  });
  await call('review.open', { articleId });
  await expect.poll(() => events).toContainEqual({ type: 'reviewChanged', articleId, message: null });
  expect(await call('review.open', { articleId })).toMatchObject({ problems: [], readOnly: false });
  await call('review.undo', { articleId });
  expect(logs).toEqual([expect.stringContaining('could not be verified')]);
});

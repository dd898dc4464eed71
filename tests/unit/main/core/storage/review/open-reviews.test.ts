import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openLibrary } from '../../../../../../main/core/storage/library/open-library';
import { alwaysWritable } from '../../../../../../main/core/storage/lock/write-access';
import { OpenReviews } from '../../../../../../main/core/storage/review/open-reviews';
import { createFailingDisk } from '../../../support/failing-disk';
import { createTitleChange, sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

test('one edit costs one append: nothing else is written', async () => {
  const folder = await tempFolder();
  const disk = createFailingDisk();
  const { call, createArticle } = testCore(folder, { openHistory: disk.openHistory });
  const { articleId } = await createArticle(sampleProposal());
  const library = await readFile(join(folder, 'library.json'), 'utf8');
  await call('review.open', { articleId });
  for (let edit = 0; edit < 5; edit += 1)
    await call('review.apply', {
      articleId,
      change: createTitleChange(articleId, edit === 0 ? 'The mill' : `Title ${edit - 1}`, `Title ${edit}`),
    });
  expect(disk.syncs).toBe(5);
  expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(library);
});

test('calls that coincide with closing and pauses all find the current review', async () => {
  const { call, createArticle, runScheduled } = testCore(await tempFolder());
  const { articleId } = await createArticle(sampleProposal('0'));
  for (let edit = 0; edit < 40; edit += 1) {
    const change = createTitleChange(articleId, String(edit), String(edit + 1));
    const applied = call('review.apply', { articleId, change });
    if (edit % 3 === 0) runScheduled();
    await Promise.all([
      applied,
      edit % 2 === 0 ? call('review.close', { articleId }) : call('review.open', { articleId }),
      call('library.list', null),
    ]);
  }
  expect((await call('library.list', null)).articles[0]?.title).toBe('40');
  const { review, problems } = await call('review.open', { articleId });
  expect([review.article[0]?.title, problems]).toEqual(['40', []]);
});

test('closing the core writes every snapshot', async () => {
  const folder = await tempFolder();
  const { call, createArticle, core } = testCore(folder);
  const ids: string[] = [];
  for (const title of ['One', 'Two']) {
    const { articleId } = await createArticle(sampleProposal(title));
    await call('review.apply', { articleId, change: createTitleChange(articleId, title, `${title}!`) });
    ids.push(articleId);
  }
  await core.close();
  for (const id of ids)
    expect(JSON.parse(await readFile(join(folder, 'articles', id, 'review.json'), 'utf8')).lastSeq).toBe(2);
  const library = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'));
  expect(library.articles.map(({ entry }: { entry: { title: string } }) => entry.title)).toEqual([
    'One!',
    'Two!',
  ]);
});

test('closing the core before anything was opened does nothing', async () => {
  await testCore(await tempFolder()).core.close();
});

/** Nothing diverges in these tests. */
const keepCopy = async () => {
  throw new Error('a copy was to be kept');
};

test('closing waits until the list that a pause began to write is on the disk', async () => {
  const folder = await tempFolder();
  const { createArticle, core, platform, runScheduled } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal('The mill'));
  await core.close();
  const access = alwaysWritable;
  const library = await openLibrary({ ...platform, access, wasLeft: false });
  const order: string[] = [];
  let endWriting = () => {};
  const write = () =>
    new Promise<void>((resolve) => {
      endWriting = resolve;
    }).then(() => void order.push('written'));
  const reviews = new OpenReviews({
    ...{ ...platform, access, keepCopy, confirmRemoval: async () => true },
    ...{ reviewer: () => null, library: { ...library, write } },
  });
  await reviews.show(articleId, (store) => store.apply(createTitleChange(articleId, 'The mill', 'The weir')));
  runScheduled();
  const readSnapshot = async () => readFile(join(folder, 'articles', articleId, 'review.json'), 'utf8');
  await vi.waitFor(async () => expect(await readSnapshot()).toContain('The weir'));

  const closing = reviews.closeAll().then(() => void order.push('closed'));
  await sleep(50);
  endWriting();
  await closing;
  expect(order).toEqual(['written', 'closed']);
});

test('closing waits for a call that still changes a review, and writes what it changed', async () => {
  const folder = await tempFolder();
  const { createArticle, core, platform } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal('The mill'));
  await core.close();
  const access = alwaysWritable;
  const library = await openLibrary({ ...platform, access, wasLeft: false });
  const reviews = new OpenReviews({
    ...platform,
    access,
    keepCopy,
    confirmRemoval: async () => true,
    reviewer: () => null,
    library,
  });
  const order: string[] = [];
  await reviews.use(articleId, async (store, left) => {
    void reviews.closeAll().then(() => order.push('closed'));
    await sleep(50);
    await store.apply(createTitleChange(articleId, 'The mill', 'The weir'));
    order.push(left.aborted ? 'the call ends, as it is asked to' : 'the call ends');
  });
  await vi.waitFor(() => expect(order).toEqual(['the call ends, as it is asked to', 'closed']));
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  expect(await read(`articles/${articleId}/review.json`)).toContain('The weir');
  expect(await read('library.json')).toContain('The weir');
});

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { openLibrary } from '#main/storage/library/library.ts';
import { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import { createFailingDisk } from '#tests/unit/main/support/failing-disk.ts';
import { createTitleChange, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

test('one edit costs one append: nothing else is written', async () => {
  const folder = await tempFolder();
  const disk = createFailingDisk();
  const { call, createArticle } = testCore(folder, { openHistory: disk.openHistory });
  const { articleId } = await createArticle(sampleProposal());
  const summary = () => readFile(join(folder, 'articles', articleId, 'summary.json'), 'utf8');
  const before = await summary();
  await call('review.open', { articleId });
  for (let edit = 0; edit < 5; edit += 1)
    await call('review.apply', {
      articleId,
      change: createTitleChange(articleId, edit === 0 ? 'The mill' : `Title ${edit - 1}`, `Title ${edit}`),
    });
  expect(disk.syncs).toBe(5);
  expect(await summary()).toBe(before);
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

/** Effects that these tests never need: nothing is damaged in them, removed or kept as a copy. */
const unneeded = {
  keepCopy: async () => {
    throw new Error('a copy was to be kept');
  },
  confirmRemoval: async () => true,
  findBackedUpDraft: async () => null,
  findBackedUpHistories: async () => [],
  reviewer: () => null,
};

test('closing waits until the summary that a pause began to write is on the disk', async () => {
  const folder = await tempFolder();
  const { createArticle, core, platform, runScheduled } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal('The mill'));
  await core.close();
  let isNextHeld = false;
  let endHolding = () => {};
  const verify = async () => {
    if (!isNextHeld) return;
    isNextHeld = false;
    await new Promise<void>((resolve) => {
      endHolding = resolve;
    });
  };
  const access = { ...alwaysWritable, verify };
  const library = await openLibrary({ ...platform, access, wasLeft: false });
  const reviews = new OpenReviews({ ...platform, ...unneeded, access, library });
  await reviews.show(articleId, (store) => store.apply(createTitleChange(articleId, 'The mill', 'The weir')));
  const read = (name: string) => readFile(join(folder, 'articles', articleId, name), 'utf8');
  isNextHeld = true;
  runScheduled();
  await expect.poll(() => isNextHeld).toBe(false);

  const order: string[] = [];
  const closing = reviews.closeAll().then(() => void order.push('closed'));
  await sleep(50);
  order.push('written');
  endHolding();
  await closing;
  expect(order).toEqual(['written', 'closed']);
  expect(await read('summary.json')).toContain('The weir');
});

test('closing waits for a call that still changes a review, and writes what it changed', async () => {
  const folder = await tempFolder();
  const { createArticle, core, platform } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal('The mill'));
  await core.close();
  const access = alwaysWritable;
  const library = await openLibrary({ ...platform, access, wasLeft: false });
  const reviews = new OpenReviews({ ...platform, ...unneeded, access, library });
  const order: string[] = [];
  await reviews.use(articleId, async (store, left) => {
    void reviews.closeAll().then(() => order.push('closed'));
    await sleep(50);
    await store.apply(createTitleChange(articleId, 'The mill', 'The weir'));
    order.push(left.aborted ? 'the call ends, as it is asked to' : 'the call ends');
  });
  await expect.poll(() => order).toEqual(['the call ends, as it is asked to', 'closed']);
  const read = (path: string) => readFile(join(folder, path), 'utf8');
  expect(await read(`articles/${articleId}/review.json`)).toContain('The weir');
  expect(await read(`articles/${articleId}/summary.json`)).toContain('The weir');
  expect(library.list()[0]?.title).toBe('The weir');
});

test('an article that was only read is closed at once and written to only when the window leaves it', async () => {
  const folder = await tempFolder();
  const { call, createArticle, core } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal());
  const article = join(folder, 'articles', articleId);
  await call('review.history', { articleId, claimId: 'none' });
  await call('library.list', null);
  expect(await readdir(article)).not.toContain('review.json');
  await call('review.open', { articleId });
  await call('review.close', { articleId });
  expect(await readdir(article)).toContain('review.json');
  await core.close();
});

test('saving an edit writes to the folder of its article and nowhere else', async () => {
  const folder = await tempFolder();
  const { call, createArticle } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal('One'));
  await createArticle(sampleProposal('Two'));
  const listStamps = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(
      await Promise.all(
        paths.map(async (path) => [path, (await stat(path, { bigint: true })).ctimeNs] as const),
      ),
    );
  };
  await expect.poll(() => readFile(join(folder, 'library.json'), 'utf8')).toContain('Two');
  const before = await listStamps();
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'One', 'Uno') });
  expect((await call('library.list', null)).articles.map(({ title }) => title).sort()).toEqual([
    'Two',
    'Uno',
  ]);
  const after = await listStamps();
  const written = [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
  const inArticle = (name: string) => join(folder, 'articles', articleId, name);
  expect(written.sort()).toEqual(['history.jsonl', 'review.json', 'summary.json'].map(inArticle));
});

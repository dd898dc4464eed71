import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change, Edit } from '../../../../../../shared/domain/history/change';
import { createFailingDisk } from '../../../support/failing-disk';
import { createMarkChange, createTitleChange, newId, sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

async function openArticle(folder: string, given: Parameters<typeof testCore>[1] = {}) {
  const stet = testCore(folder, given);
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  return { ...stet, articleId, draft, article: join(folder, 'articles', articleId) };
}

const readLines = async (article: string): Promise<{ change: Change }[]> =>
  (await readFile(join(article, 'history.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

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

test('no change of the window makes or deletes an article or a draft', async () => {
  const { call, callFailing, articleId, article } = await openArticle(await tempFolder());
  const { review } = await call('review.open', { articleId });
  const [piece, row] = [review.article[0], review.drafts[0]];
  if (!piece || !row) throw new Error('nothing was opened');
  const target = { id: articleId, table: 'article' } as const;
  for (const edit of [
    { ...target, delete: piece },
    { ...target, id: 'b', create: { ...piece, id: 'b' } },
    { table: 'drafts' as const, id: row.id, delete: row },
    {
      table: 'drafts' as const,
      id: row.id,
      update: { before: { sha256: row.sha256 }, after: { sha256: '0'.repeat(64) } },
    },
  ]) {
    const change = { id: 'x', action: 'article.edit' as const, edits: [edit] };
    expect((await callFailing('review.apply', { articleId, change })).code).toBe('badRequest');
  }
  expect(await readLines(article)).toHaveLength(1);
});

describe('a placement in the article', () => {
  async function openWithPlacement() {
    const stet = await openArticle(await tempFolder());
    const { change, claimId } = createMarkChange(stet.draft);
    await stet.call('review.apply', { articleId: stet.articleId, change });
    const [placement] = (await stet.call('review.open', { articleId: stet.articleId })).review.placements;
    if (!placement) throw new Error('nothing was placed');
    /** Expects that the edits are refused, and that they are neither on the disk nor shown. */
    const refused = async (...edits: Edit[]) => {
      const proposed = { id: newId(), action: 'claim.resize' as const, edits };
      const { articleId, article } = stet;
      expect(await stet.callFailing('review.apply', { articleId, change: proposed })).toMatchObject({
        code: 'badRequest',
      });
      expect((await stet.call('review.open', { articleId })).review.placements).toEqual([placement]);
      expect(await readLines(article)).toHaveLength(2);
    };
    return { ...stet, placement, claimId, refused, end: stet.draft.text.length };
  }
  const target = ({ id }: { id: string }) => ({ table: 'placements' as const, id });

  test('reaches to the end of its text and no further', async () => {
    const { call, refused, articleId, draft, placement, end } = await openWithPlacement();
    await refused(...createMarkChange(draft, 4, end + 1).change.edits);
    const resized = (to: number) => ({
      ...target(placement),
      update: { before: { span: placement.span }, after: { span: { start: 0, end: to } } },
    });
    await refused(resized(end + 1));
    await refused({
      ...target(placement),
      update: { before: { candidates: [] }, after: { candidates: [{ start: 0, end: end + 1 }] } },
    });
    const change = { id: newId(), action: 'claim.resize' as const, edits: [resized(end)] };
    await call('review.apply', { articleId, change });
  });

  test('is the only placement of its claim', async () => {
    const { refused, draft, placement, claimId } = await openWithPlacement();
    const second = { ...placement, id: newId(), span: { start: 9, end: 15 } };
    await refused({ ...target(second), create: second });
    const other = createMarkChange(draft, 9, 15).change.edits.map((edit) =>
      edit.table === 'placements' && 'create' in edit
        ? { ...edit, create: { ...edit.create, claimId } }
        : edit,
    );
    await refused(...other);
  });

  test('may be deleted and created anew in one change', async () => {
    const { call, articleId, placement } = await openWithPlacement();
    const anew = { ...placement, id: newId() };
    const edits: Edit[] = [
      { ...target(placement), delete: placement },
      { ...target(anew), create: anew },
    ];
    await call('review.apply', { articleId, change: { id: newId(), action: 'claim.resize', edits } });
    expect((await call('review.open', { articleId })).review.placements).toEqual([anew]);
  });

  test('and the span of a dismissal are inside its text', async () => {
    const { refused, draft, end } = await openWithPlacement();
    const dismissal = { id: newId(), draftId: draft.id, by: null, at: '2026-01-01T00:00:00.000Z' };
    await refused({
      table: 'dismissals',
      id: dismissal.id,
      create: { ...dismissal, span: { start: 0, end: end + 1 } },
    });
  });
});

test('an undo that can’t be saved leaves everything as it was', async () => {
  const disk = createFailingDisk();
  const { call, callFailing, articleId } = await openArticle(await tempFolder(), {
    openForAppend: disk.openForAppend,
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
      openForAppend: disk.openForAppend,
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
      expect(message).toContain('The edit was not stored.');
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
  const { change, ...state } = await later.call('review.undo', { articleId });
  expect(change).toMatchObject({ action: 'undo', edits: [{ update: { after: { title: 'The mill' } } }] });
  expect(state).toEqual({ canUndo: false, canRedo: true });
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

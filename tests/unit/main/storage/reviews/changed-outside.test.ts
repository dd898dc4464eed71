import {
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle } from './open-article.ts';
import { openWithTwoClaims, readIds } from './open-with-two-claims.ts';

/** Ways in which another program may leave the history of an open article with only what we wrote, or less. */
const losses: [string, (paths: { history: string; older: string }) => Promise<void>][] = [
  ['is removed', ({ history }) => rm(history)],
  [
    'is truncated in the middle of a line',
    async ({ history }) => truncate(history, (await stat(history)).size - 20),
  ],
  ['is emptied', ({ history }) => truncate(history)],
  ['is replaced by an older copy', ({ history, older }) => rename(older, history)],
  ['is overwritten by an older copy', ({ history, older }) => copyFile(older, history)],
  [
    'is replaced by a copy of itself',
    async ({ history, older }) => {
      await copyFile(history, older);
      await rename(older, history);
    },
  ],
];

describe('a history that another program changed while the article is open', () => {
  test.each(losses)(
    'that %s has every acknowledged change again after the next edit',
    async (_name, lose) => {
      const { history, older, saved, apply, folder, articleId } = await openWithTwoClaims();
      await lose({ history, older });
      saved.push(await apply(), await apply());
      expect(await readIds(history)).toEqual(saved);
      const next = testCore(folder);
      expect(await next.call('review.open', { articleId })).toMatchObject({ problems: [], readOnly: false });
    },
  );

  test('says that lines were written again, and nothing about a copy of itself', async () => {
    for (const [name, lose] of losses) {
      const { events, history, older, apply } = await openWithTwoClaims();
      await lose({ history, older });
      await apply();
      const problems = events.filter(({ type }) => type === 'problem');
      expect(problems, name).toHaveLength(name === 'is replaced by a copy of itself' ? 0 : 1);
    }
  });

  test('that moved away with its folder keeps the edit in the window, and takes it once the folder is back', async () => {
    const { article, history, saved, call, applyFailing, articleId } = await openWithTwoClaims();
    await rename(article, `${article}.away`);
    const { change, failure } = await applyFailing();
    expect(failure).toMatchObject({ code: 'notSaved', message: expect.stringContaining('is gone') });
    await rename(`${article}.away`, article);
    await call('review.apply', { articleId, change });
    expect(await readIds(history)).toEqual([...saved, change.id]);
  });

  test('that goes on with another’s changes is undone up to them: nobody undoes those in their own name', async () => {
    const { history, saved, apply, folder, articleId, call, callFailing } = await openWithTwoClaims();
    const elsewhere = join(folder, '..', 'elsewhere');
    // Its own list may be written meanwhile.
    await cp(folder, elsewhere, { recursive: true, filter: (path) => !path.endsWith('.tmp') });
    const other = testCore(elsewhere);
    await other.call('settings.change', { reviewer: 'Bo' });
    const { draft } = await other.call('review.open', { articleId });
    const { change } = createMarkChange(draft);
    await other.call('review.apply', { articleId, change });
    await copyFile(join(elsewhere, 'articles', articleId, 'history.jsonl'), history);
    saved.push(change.id, await apply());
    await call('review.undo', { articleId });
    const { code, message } = await callFailing('review.undo', { articleId });
    expect({ code, message }).toMatchObject({ code: 'nothing', message: expect.stringContaining('by Bo') });
    expect(await readIds(history)).toHaveLength(saved.length + 1);
  });

  test('that goes on with another’s changes gets ours behind them, and the window is told', async () => {
    const { history, saved, apply, folder, articleId, events } = await openWithTwoClaims();
    const elsewhere = join(folder, '..', 'elsewhere');
    // Its own list may be written meanwhile.
    await cp(folder, elsewhere, { recursive: true, filter: (path) => !path.endsWith('.tmp') });
    const other = testCore(elsewhere);
    const { draft } = await other.call('review.open', { articleId });
    const { change } = createMarkChange(draft);
    await other.call('review.apply', { articleId, change });
    await copyFile(join(elsewhere, 'articles', articleId, 'history.jsonl'), history);
    saved.push(change.id, await apply());
    expect(await readIds(history)).toEqual(saved);
    expect(events).toContainEqual(expect.objectContaining({ type: 'reviewChanged', articleId }));
    const { review } = await testCore(folder).call('review.open', { articleId });
    expect(review.claims).toHaveLength(4);
  });

  test('that goes on otherwise is kept as an article of its own, and ours goes on after “Try again”', async () => {
    const { history, saved, applyFailing, folder, articleId, call } = await openWithTwoClaims();
    const elsewhere = join(folder, '..', 'elsewhere');
    // Its own list may be written meanwhile.
    await cp(folder, elsewhere, { recursive: true, filter: (path) => !path.endsWith('.tmp') });
    const other = testCore(elsewhere);
    const { draft } = await other.call('review.open', { articleId });
    const theirs = createMarkChange(draft).change;
    await other.call('review.apply', { articleId, change: theirs });
    const ours = createMarkChange(draft).change;
    await call('review.apply', { articleId, change: ours });
    await copyFile(join(elsewhere, 'articles', articleId, 'history.jsonl'), history);
    const { change, failure } = await applyFailing();
    expect(failure).toMatchObject({
      code: 'notSaved',
      message: expect.stringContaining('changed outside Stet'),
    });
    await call('review.apply', { articleId, change });
    expect(await readIds(history)).toEqual([...saved, ours.id, change.id]);

    const { articles } = await call('library.list', null);
    const copy = articles.find(({ id }) => id !== articleId);
    if (!copy) throw new Error('there is no copy');
    expect(copy.copyOf).toBe(articleId);
    expect(articles.find(({ id }) => id === articleId)?.copyOf).toBeNull();
    expect(await readIds(join(folder, 'articles', copy.id, 'history.jsonl'))).toEqual([...saved, theirs.id]);
    const origin = JSON.parse(await readFile(join(folder, 'articles', copy.id, 'copy.json'), 'utf8'));
    expect(origin).toMatchObject({ articleId, seq: 3 });
    const next = testCore(folder);
    expect((await next.call('library.list', null)).problems).toEqual([]);
    const opened = await next.call('review.open', { articleId: copy.id });
    expect(opened).toMatchObject({ problems: [], readOnly: false });
    const edit = createMarkChange(opened.draft).change;
    await next.call('review.apply', { articleId: copy.id, change: edit });
    await next.call('review.undo', { articleId: copy.id });
  });

  test('that became something else altogether is put aside', async () => {
    const { history, saved, applyFailing, article, articleId, call } = await openWithTwoClaims();
    await writeFile(history, 'notes of somebody\n');
    const { change } = await applyFailing();
    await call('review.apply', { articleId, change });
    expect(await readIds(history)).toEqual([...saved, change.id]);
    const aside = (await readdir(article)).find((name) => name.startsWith('history.jsonl.found-'));
    expect(await readFile(join(article, aside ?? ''), 'utf8')).toBe('notes of somebody\n');
    expect((await call('library.list', null)).articles).toHaveLength(1);
  });
});

test('a snapshot of another continuation is refused, and the review is that of the history', async () => {
  const folder = join(await tempFolder(), 'library');
  const { core, articleId, article, draft } = await openArticle(folder);
  await core.close();
  await mkdir(join(folder, '..', 'elsewhere'));
  await cp(folder, join(folder, '..', 'elsewhere', 'library'), { recursive: true });
  const other = testCore(join(folder, '..', 'elsewhere', 'library'));
  await other.call('review.apply', { articleId, change: createMarkChange(draft).change });
  await other.core.close();
  const here = testCore(folder);
  const { change } = createMarkChange(draft);
  await here.call('review.apply', { articleId, change });
  await here.core.close();
  const foreign = join(folder, '..', 'elsewhere', 'library', 'articles', articleId, 'review.json');
  await copyFile(foreign, join(article, 'review.json'));
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened).toMatchObject({ problems: [], readOnly: false });
  const created = change.edits.flatMap((edit) =>
    'create' in edit && edit.table === 'claims' ? [edit.id] : [],
  );
  expect(opened.review.claims.map(({ id }) => id)).toEqual(created);
});

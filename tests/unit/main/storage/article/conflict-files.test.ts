import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isConflictName, isUnknownHistoryName } from '#main/storage/article/conflict-files.ts';
import { formatHistoryLine, readHistory } from '#main/storage/history/history-format.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle } from '../reviews/open-article.ts';
import { openWithTwoClaims, readIds } from '../reviews/open-with-two-claims.ts';

const names = {
  Dropbox: 'history (Anna’s conflicted copy 2026-11-27).jsonl',
  iCloud: 'history 2.jsonl',
  OneDrive: 'history-LAPTOP.jsonl',
  Syncthing: 'history.sync-conflict-20261127-100000-ABCDEFG.jsonl',
  Nextcloud: 'history (conflicted copy 2026-11-27 100000).jsonl',
  'an earlier ownCloud': 'history_conflict-20261127-100000.jsonl',
  Seafile: 'history (SFConflict anna@example.org 2026-11-27-10-00-00).jsonl',
  'Synology Drive': 'history_laptop_Nov-27-100000-2026_Conflict.jsonl',
  'Google Drive': 'history[Conflict].jsonl',
  rclone: 'history.jsonl.conflict1',
  'rclone with its suffix before the extension': 'history.conflict1.jsonl',
  'an earlier rclone': 'history.jsonl..path2',
  'a tool that does not know the extension': 'history.jsonl (conflicted copy)',
};

test.each(Object.entries(names))('the name that %s gives is that of another version', (_tool, name) => {
  expect(isConflictName(name)).toBe(true);
  expect(isUnknownHistoryName(name)).toBe(false);
});

test.each([
  'history.jsonl',
  'history.jsonl.damaged-2026-11-27T10-00-00-000Z',
  'history.jsonl.found-2026-11-27T10-00-00-000Z',
])('%s is Stet’s own', (name) => {
  expect(isConflictName(name)).toBe(false);
  expect(isUnknownHistoryName(name)).toBe(false);
});

test.each(['history.jsonl.bak', 'history.jsonl~', 'History.txt', 'history.jsonl.mine1'])(
  '%s is a name that nobody knows',
  (name) => {
    expect(isConflictName(name)).toBe(false);
    expect(isUnknownHistoryName(name)).toBe(true);
  },
);

describe('another version of a history that a sync tool left beside it', () => {
  async function createVersions() {
    const folder = join(await tempFolder(), 'library');
    const { call, core, articleId, article, draft } = await openArticle(folder);
    const history = join(article, 'history.jsonl');
    const mark = async () => {
      const { change } = createMarkChange(draft);
      await call('review.apply', { articleId, change });
      return change.id;
    };
    const first = await mark();
    const versions = { shorter: await readFile(history) };
    const second = await mark();
    await core.close();
    return {
      folder,
      article,
      articleId,
      history,
      first,
      second,
      ...versions,
      longer: await readFile(history),
    };
  }

  test('is dropped when it is the beginning of ours', async () => {
    const { folder, article, articleId, history, shorter, longer } = await createVersions();
    await writeFile(join(article, 'history (conflicted copy 2026-11-27).jsonl'), shorter);
    const { call } = testCore(folder);
    expect((await call('review.open', { articleId })).problems).toEqual([]);
    expect(await readFile(history)).toEqual(longer);
    expect((await call('library.list', null)).articles).toHaveLength(1);
  });

  test.each(Object.values(names))('is taken when ours is its beginning: %s', async (name) => {
    const { folder, article, articleId, history, shorter, longer } = await createVersions();
    await rm(join(article, 'review.json'));
    await writeFile(history, shorter);
    await writeFile(join(article, name), longer);
    const { call } = testCore(folder);
    const { problems, review } = await call('review.open', { articleId });
    expect(problems).toEqual([]);
    expect(review.claims).toHaveLength(2);
    expect(await readFile(history)).toEqual(longer);
  });

  test('is taken when rclone renamed both', async () => {
    const { folder, article, articleId, history, shorter, longer } = await createVersions();
    await rm(history);
    await writeFile(join(article, 'history.jsonl.conflict1'), shorter);
    await writeFile(join(article, 'history.jsonl.conflict2'), longer);
    const { call } = testCore(folder);
    expect((await call('review.open', { articleId })).problems).toEqual([]);
    expect(await readFile(history)).toEqual(longer);
    expect((await readdir(article)).filter((name) => name.startsWith('history'))).toEqual(['history.jsonl']);
  });

  test('under a name that no tool is known to give is named by the check and left alone', async () => {
    const { folder, article, articleId, longer } = await createVersions();
    await writeFile(join(article, 'history.jsonl.mine1'), longer);
    await writeFile(join(article, 'history[Conflict].jsonl'), longer);
    const { call } = testCore(folder);
    const { findings } = (await call('check.run', { taskId: 'check' })) ?? { findings: [] };
    const named = findings.filter(({ file }) => file.includes('history'));
    expect(named.map(({ kind, file }) => `${kind} ${file}`)).toEqual([
      `note articles/${articleId}/history[Conflict].jsonl`,
      `note articles/${articleId}/history.jsonl.mine1`,
    ]);
    await call('review.open', { articleId });
    expect(await readFile(join(article, 'history.jsonl.mine1'))).toEqual(longer);
  });

  test('becomes an article of its own when both go on', async () => {
    const { folder, article, articleId, history, shorter, longer } = await createVersions();
    await writeFile(history, shorter);
    await rm(join(article, 'review.json'));
    const { call, logs } = testCore(folder);
    const { draft } = await call('review.open', { articleId });
    await call('review.apply', { articleId, change: createMarkChange(draft).change });
    await call('review.close', { articleId });
    await writeFile(join(article, 'history-laptop.jsonl'), longer);
    const { problems } = await call('review.open', { articleId });
    expect(problems).toEqual([expect.stringContaining('Nothing is lost')]);
    expect(logs).toEqual([]);
    expect((await call('library.list', null)).articles).toHaveLength(2);
    await call('review.close', { articleId });
    expect((await call('review.open', { articleId })).problems).toEqual([]);
  });
});

describe('a line that a process wrote behind the end, after it was paused and another took the library over', () => {
  /** An open article with two claims, to which a process that knows only the first has written a line. */
  async function openWithStrayLine() {
    const opened = await openWithTwoClaims();
    const known = await readHistory(opened.older);
    const { change } = createMarkChange(opened.draft);
    const { seq, sha256 } = known.end;
    const whole: Change = { ...change, at: '2026-01-01T00:00:00.000Z', by: null, undoes: null };
    await appendFile(opened.history, `${formatHistoryLine(seq + 1, sha256, whole).line}\n`);
    return { ...opened, theirs: change.id };
  }

  async function expectKept(folder: string, articleId: string, ids: { saved: string[]; theirs: string }) {
    const next = testCore(folder);
    const { articles, problems } = await next.call('library.list', null);
    expect(problems).toEqual([]);
    for (const { id } of articles)
      expect(await next.call('review.open', { articleId: id })).toMatchObject({
        problems: [],
        readOnly: false,
      });
    const histories = articles.map(({ id }) => join(folder, 'articles', id, 'history.jsonl'));
    const found = await Promise.all(histories.map(readIds));
    expect(articles.map(({ copyOf }) => copyOf).sort()).toEqual([articleId, null]);
    expect(found).toContainEqual(ids.saved);
    expect(found).toContainEqual([ids.saved[0], ids.theirs]);
  }

  test('is kept as a copy at the next edit, which is saved', async () => {
    const { folder, articleId, saved, theirs, apply, events } = await openWithStrayLine();
    saved.push(await apply());
    expect(events).toContainEqual({ type: 'problem', message: expect.stringContaining('Nothing is lost') });
    await expectKept(folder, articleId, { saved, theirs });
  });

  test('is kept as a copy when the article is opened next, without a question', async () => {
    const { folder, articleId, saved, theirs } = await openWithStrayLine();
    const opened = await testCore(folder).call('review.open', { articleId });
    expect(opened).toMatchObject({
      problems: [expect.stringContaining('Nothing is lost')],
      readOnly: false,
    });
    await expectKept(folder, articleId, { saved, theirs });
  });

  test('is kept once, when the end came before it was taken out', async () => {
    const { folder, articleId, history, saved, theirs } = await openWithStrayLine();
    const withStrayLine = await readFile(history);
    await testCore(folder).call('review.open', { articleId });
    await writeFile(history, withStrayLine);
    await testCore(folder).call('review.open', { articleId });
    await expectKept(folder, articleId, { saved, theirs });
  });
});

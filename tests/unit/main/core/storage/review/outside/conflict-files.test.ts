import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMarkChange } from '../../../../support/sample';
import { tempFolder } from '../../../../support/temp-folder';
import { testCore } from '../../../../support/test-core';
import { openArticle } from '../open-article';

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

  test('is taken when ours is its beginning', async () => {
    const { folder, article, articleId, history, shorter, longer } = await createVersions();
    await rm(join(article, 'review.json'));
    await writeFile(history, shorter);
    await writeFile(join(article, 'history.sync-conflict-20261127-100000-ABCDEFG.jsonl'), longer);
    const { call } = testCore(folder);
    const { problems, review } = await call('review.open', { articleId });
    expect(problems).toEqual([]);
    expect(review.claims).toHaveLength(2);
    expect(await readFile(history)).toEqual(longer);
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

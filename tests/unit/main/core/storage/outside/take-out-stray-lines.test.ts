import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatHistoryLine } from '../../../../../../main/core/storage/history/history-line';
import { readHistory } from '../../../../../../main/core/storage/history/read-history';
import type { Change } from '../../../../../../shared/domain/history/change';
import { createMarkChange } from '../../../support/sample';
import { testCore } from '../../../support/test-core';
import { openWithTwoClaims, readIds } from '../review/outside/open-with-two-claims';

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

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle } from './open-article.ts';

test('a window that only reads shows again what the writer goes on with, and only then', async () => {
  const base = await tempFolder();
  const { call, core, articleId, draft } = await openArticle(join(base, 'library'));
  const reader = testCore(join(base, 'library'), { userDataFolder: join(base, 'reader') });
  expect((await reader.call('review.open', { articleId })).readOnly).toBe(true);

  const look = async () => {
    reader.runScheduled();
    // The article is closed and read again after a look.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return reader.events.splice(0).filter(({ type }) => type === 'reviewChanged');
  };
  expect(await look()).toEqual([]);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await expect.poll(look).toEqual([{ type: 'reviewChanged', articleId, message: null }]);
  expect((await reader.call('review.open', { articleId })).review.claims).toHaveLength(1);
  expect(await look()).toEqual([]);

  await call('review.apply', { articleId, change: createMarkChange(draft, 9, 15).change });
  await core.close();
  await expect.poll(look).toEqual([{ type: 'reviewChanged', articleId, message: null }]);
  expect((await reader.call('review.open', { articleId })).review.claims).toHaveLength(2);
});

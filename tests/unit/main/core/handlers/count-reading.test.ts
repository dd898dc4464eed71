import { expect, test } from 'vitest';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const coverage = { lookedAt: 1, partly: 1, setAside: 0, notLookedAt: 2, total: 4 };
const reading = { isSpotting: true, coverage, openQueries: 3 };

async function startWithCounted() {
  const folder = await tempFolder();
  const stet = testCore(folder);
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  await stet.call('library.countReading', { articleId, reading });
  const readListed = async () => (await stet.call('library.list', null)).articles[0]?.reading;
  return { ...stet, folder, articleId, draft, readListed };
}

test('The list says how far reading was when the window counted it', async () => {
  const { readListed } = await startWithCounted();
  expect(await readListed()).toMatchObject({ coverage, openQueries: 3 });
});

test('The list says nothing of reading after a change that the window did not count', async () => {
  const { call, articleId, draft, readListed } = await startWithCounted();
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 8).change });
  expect(await readListed()).toBeNull();
  await call('library.countReading', { articleId, reading });
  expect(await readListed()).toMatchObject({ coverage });
  await call('review.undo', { articleId });
  expect(await readListed()).toBeNull();
});

test('The list says nothing of reading that was counted with another choice about spotted words', async () => {
  const { call, articleId, readListed } = await startWithCounted();
  await call('library.countReading', { articleId, reading: { ...reading, isSpotting: false } });
  expect(await readListed()).toBeNull();
});

test('A moved article keeps its counts, and a new one has none', async () => {
  const { call, articleId, createArticle, readListed } = await startWithCounted();
  await call('library.bin', { articleId });
  await call('library.restore', { articleId });
  expect(await readListed()).toMatchObject({ coverage });
  const other = await createArticle(sampleProposal(`Other ${newId()}`));
  const { articles } = await call('library.list', null);
  expect(articles.find(({ id }) => id === other.articleId)?.reading).toBeNull();
});

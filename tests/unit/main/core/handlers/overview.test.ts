import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { articleFolder, articlePaths } from '#main/storage/disk/paths.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

async function startWithArticle() {
  const stet = testCore(await tempFolder());
  const { call } = stet;
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await call('review.open', { articleId });
  return { ...stet, articleId, draft };
}

test('The overview of an article counts its verdicts after each change, and after an undo', async () => {
  const { call, articleId, draft } = await startWithArticle();
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 8).change });
  await call('review.apply', { articleId, change: createMarkChange(draft, 9, 15, 'disputed').change });
  await call('review.undo', { articleId });
  const timeline = await call('overview.article', { articleId });
  expect(timeline.map(({ counts }) => counts.unchecked + counts.disputed)).toEqual([1, 2, 1]);
  expect(timeline.at(-1)?.counts).toEqual({ verified: 0, disputed: 0, unverifiable: 0, unchecked: 1 });
});

test('The overview of the library counts every article but those in the bin', async () => {
  const stet = await startWithArticle();
  const { call, articleId, draft } = stet;
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 8, 'verified').change });
  const other = await stet.createArticle(sampleProposal('The quay'));
  const binned = await stet.createArticle(sampleProposal('The bridge'));
  await call('library.bin', { articleId: binned.articleId });
  const overview = await call('overview.library', { taskId: newId() });
  expect(overview?.articles.map(({ id }) => id).sort()).toEqual([articleId, other.articleId].sort());
  expect(overview?.articles.find(({ id }) => id === articleId)?.figures).toEqual({
    evidence: [],
    singleSourced: 0,
    unsourced: 1,
  });
  expect(overview?.articles.map(({ coverage }) => coverage.total)).toEqual([4, 4]);
  expect(overview?.timeline.at(-1)?.counts.verified).toBe(1);
});

test('Neither overview has anything of a confidential source but its count', async () => {
  const { call, articleId, draft } = await startWithArticle();
  const { change, claimId } = createMarkChange(draft, 0, 8, 'verified');
  await call('review.apply', { articleId, change });
  const source = createTestSource('s', { kind: 'person', title: 'Zuzanna Quist', confidential: true });
  const evidence = {
    id: newId(),
    claimId,
    sourceId: 's',
    stance: 'supports' as const,
    stanceChosen: true,
    locator: null,
  };
  await call('review.apply', {
    articleId,
    change: {
      id: newId(),
      action: 'evidence.attach',
      edits: [
        makeCreateEdit('sources', source),
        makeCreateEdit('evidence', { ...evidence, quote: 'Quist said it', note: 'Met Quist' }),
      ],
    },
  });
  const overviews = [
    await call('overview.article', { articleId }),
    await call('overview.library', { taskId: newId() }),
  ];
  expect(JSON.stringify(overviews)).toContain('"singleSourced":1');
  expect(JSON.stringify(overviews)).not.toContain('Quist');
});

test('An article that can’t be read is named and does not stop the overview', async () => {
  const { call, articleId, platform, ...stet } = await startWithArticle();
  const lost = await stet.createArticle(sampleProposal('The lost mill'));
  await call('review.close', { articleId: lost.articleId });
  const paths = articlePaths(articleFolder(platform.libraryFolder, lost.articleId));
  await writeFile(paths.history, 'no history\n');
  await writeFile(paths.snapshot, 'no snapshot');
  const overview = await call('overview.library', { taskId: newId() });
  expect(overview?.unreadable).toEqual(['The lost mill']);
  expect(overview?.articles.map(({ id }) => id)).toEqual([articleId]);
});

test('A deadline is in the list of the library', async () => {
  const { call, articleId } = await startWithArticle();
  const deadline = '2026-12-01T17:00:00.000Z';
  const update = { before: { deadline: null }, after: { deadline } };
  await call('review.apply', {
    articleId,
    change: { id: newId(), action: 'article.edit', edits: [{ table: 'article', id: articleId, update }] },
  });
  expect((await call('library.list', null)).articles.map((entry) => entry.deadline)).toEqual([deadline]);
});

import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import {
  createMarkChange,
  createTitleChange,
  newId,
  sampleProposal,
} from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createLibrary, listTitles } from './create-library.ts';

test('the first start has an empty library and no problems', async () => {
  expect(await testCore(await tempFolder()).call('library.list', null)).toEqual({
    articles: [],
    problems: [],
  });
});

test('an article is listed with its words, its progress and its last edit', async () => {
  const { call, ids } = await createLibrary('One');
  const articleId = ids[0] ?? '';
  const { draft } = await call('review.open', { articleId });
  const { at } = await call('review.apply', {
    articleId,
    change: createMarkChange(draft, 0, 8, 'disputed').change,
  });
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  await call('review.close', { articleId });
  const [entry] = (await call('library.list', null)).articles;
  expect(entry).toMatchObject({
    title: 'One',
    words: 21,
    draft: 1,
    byline: null,
    file: null,
    binnedAt: null,
  });
  expect(entry?.progress).toEqual({ verified: 0, disputed: 1, unverifiable: 0, recheck: 0, unchecked: 1 });
  expect(entry && entry.editedAt > at && at > entry.createdAt).toBe(true);
});

test('an article is listed with its byline, its newest draft and the file that its text came from last', async () => {
  const stet = testCore(await tempFolder());
  const { articleId } = await stet.createArticle({
    ...sampleProposal('Mill'),
    byline: 'Ada Brook',
    origin: createFileOrigin('mill.docx'),
  });
  const listed = async () => (await stet.call('library.list', null)).articles[0];
  expect(await listed()).toMatchObject({ byline: 'Ada Brook', draft: 1, file: 'mill.docx' });
  await stet.addDraft(articleId, {
    ...sampleProposal('Mill'),
    origin: createFileOrigin('mill-2.docx'),
  });
  expect(await listed()).toMatchObject({ byline: 'Ada Brook', draft: 2, file: 'mill-2.docx' });

  // A draft of corrections is based on the same file. When it is undone, it is gone from the list.
  const { draft } = await stet.call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft, 0, 8, 'disputed');
  await stet.call('review.apply', { articleId, change });
  const correction: ProposedChange = {
    id: newId(),
    action: 'claim.edit',
    edits: [
      {
        table: 'claims',
        id: claimId,
        update: { before: { correction: null }, after: { correction: 'A mill' } },
      },
    ],
  };
  await stet.call('review.apply', { articleId, change: correction });
  await stet.call('draft.correct', { articleId, claimIds: [claimId] });
  expect(await listed()).toMatchObject({ draft: 3, file: 'mill-2.docx' });
  await stet.call('review.undo', { articleId });
  expect(await listed()).toMatchObject({ draft: 2, file: 'mill-2.docx' });
});

test('an article is renamed by an ordinary change, without being shown in the window', async () => {
  const { call, ids, folder } = await createLibrary('One');
  const articleId = ids[0] ?? '';
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'One', 'Uno') });
  expect(await listTitles({ call })).toEqual(['Uno']);
  expect(await listTitles(testCore(folder))).toEqual(['Uno']);
});

test('an article goes to the bin and comes back, also after a restart', async () => {
  const { call, callFailing, ids, folder } = await createLibrary('One', 'Two');
  const articleId = ids[0] ?? '';
  await call('library.bin', { articleId });
  const again = testCore(folder);
  const binned = (await again.call('library.list', null)).articles.filter(
    ({ binnedAt }) => binnedAt !== null,
  );
  expect(binned.map(({ title }) => title)).toEqual(['One']);
  await again.call('library.restore', { articleId });
  expect((await again.call('library.list', null)).articles.every(({ binnedAt }) => binnedAt === null)).toBe(
    true,
  );
  expect((await callFailing('library.bin', { articleId: 'nobody' })).code).toBe('notFound');
});

test('a library whose path is a file is reported, and opens once the file is gone', async () => {
  const folder = join(await tempFolder(), 'library');
  await writeFile(folder, '');
  const stet = testCore(folder);
  expect((await stet.callFailing('library.list', null)).message).toContain('can’t be opened');
  await rm(folder);
  expect(await listTitles(stet)).toEqual([]);
});

test.each([
  [createFileOrigin('two.txt'), 'its file is as it was'],
  [{ kind: 'paste', name: null }, 'what was pasted is not stored'],
  [{ kind: 'sample', name: null }, 'The sample article was not opened'],
] as const)(
  'an article of $kind that the disk does not take leaves nothing behind',
  async (origin, words) => {
    const folder = await tempFolder();
    let nextId: string | null = null;
    const stet = testCore(folder, {
      newId() {
        const id = nextId ?? newId();
        nextId = null;
        return id;
      },
    });
    const { articleId } = await stet.createArticle(sampleProposal('One'));
    const isSample = origin.kind === 'sample';
    const proposalId = isSample ? null : await stet.propose({ ...sampleProposal('Two'), origin });
    // The second article gets the folder name of the first, which must not be replaced.
    nextId = articleId;
    const { code, message } = proposalId
      ? await stet.callFailing('article.create', { proposalId, edits: noProposalEdits })
      : await stet.callFailing('article.createSample', null);
    expect(code).toBe('notSaved');
    expect(message).toContain(words);
    if (origin.kind !== 'file') expect(message).not.toContain('its file');
    expect(await readdir(join(folder, 'articles'))).toEqual([articleId]);
    expect(await listTitles(stet)).toEqual(['One']);
  },
);

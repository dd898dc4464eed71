import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Origin } from '#shared/domain/base/draft.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { fetchedPage, openFetchingCore } from './importing-core.ts';

const sha256 = createHash('sha256').update(fetchedPage).digest('hex');

/** An origin that an importer could claim for a page. */
const elsewhere: Origin = {
  kind: 'web',
  name: 'other.html',
  url: 'https://elsewhere.example/',
  fetchedAt: '2020-01-01T00:00:00.000Z',
  sha256,
  bytes: 1,
  mime: 'text/plain',
};

/** A core that has fetched one page, and the article that was created from it. */
async function createFetchedArticle(folder: string) {
  const stet = await openFetchingCore(folder);
  const file = await stet.fetchOf('https://paper.example/mill');
  const read = await stet.call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  if (!read?.ok) throw new Error('it was not read');
  const { proposalId, proposal } = read;
  const { articleId } = await stet.call('article.create', { proposalId, edits: noProposalEdits });
  const { draft } = await stet.call('review.open', { articleId });
  return { ...stet, proposal, articleId, draft };
}

test('a page is fetched only after the reviewer has agreed to that very address', async () => {
  const { asked, fetchOf, callFailing } = await openFetchingCore(await tempFolder());
  expect(await fetchOf('https://no.example/mill')).toBeNull();
  expect((await fetchOf('paper.example/mill'))?.name).toBe('mill.html');
  expect(asked).toEqual(['no.example', 'paper.example']);
  const failure = await callFailing('import.fetch', { taskId: newId(), address: 'file:///etc/passwd' });
  expect(failure.code).toBe('badRequest');
  expect(asked).toHaveLength(2);
});

test('a fetched page is stored in the vault unchanged, is verified, and is never swept', async () => {
  const folder = await tempFolder();
  const { call, proposal, articleId, draft } = await createFetchedArticle(folder);
  expect(proposal.link).toBe('https://paper.example/mill');
  expect(draft.origin).toEqual({
    kind: 'web',
    name: 'mill.html',
    url: 'https://paper.example/mill',
    mime: 'text/html',
    fetchedAt: expect.stringMatching(/^2026-/),
    sha256,
    bytes: fetchedPage.length,
  });
  const vault = join(folder, 'articles', articleId, 'vault');
  expect(new Uint8Array(await readFile(join(vault, sha256)))).toEqual(fetchedPage);
  const verify = () => call('vault.verify', { taskId: newId(), articleId });
  expect(await verify()).toEqual([{ keptId: draft.id, state: 'unchanged' }]);

  // Sweeping keeps it, because the history references it.
  await writeFile(join(vault, 'unswept'), '');
  await call('review.close', { articleId });
  await call('review.open', { articleId });
  expect(await listFileNames(vault)).toEqual([sha256]);
  await rm(join(vault, sha256));
  expect(await verify()).toEqual([{ keptId: draft.id, state: 'missing' }]);
});

test('when the text of a fetched page can’t be read any more, it is read again from the page in the vault', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft } = await createFetchedArticle(folder);
  await call('review.close', { articleId });
  await rm(join(folder, 'articles', articleId, 'drafts', `${draft.sha256}.json`));
  const opened = await call('review.open', { articleId });
  // The account of the import was in the lost file alone.
  expect(opened.draft).toEqual({ ...draft, account: null });
  expect(opened).toMatchObject({
    readOnly: false,
    problems: [expect.stringContaining('the page as it was fetched')],
  });
});

test('the origin that an importer claims is not used', async () => {
  const folder = await tempFolder();
  const proposal = { ...sampleProposal(), origin: elsewhere };
  const { call } = testCore(folder, {
    readDraft: async () => ({ ok: true, proposal, notices: [], words: 0 }),
  });
  const read = await call('import.paste', { taskId: newId(), type: 'text/plain', content: 'The mill' });
  if (!read?.ok) throw new Error('it was not read');
  const { articleId } = await call('article.create', {
    proposalId: read.proposalId,
    edits: noProposalEdits,
  });
  expect((await call('review.open', { articleId })).draft.origin).toEqual({ kind: 'paste', name: null });
  expect(await listFileNames(join(folder, 'articles', articleId, 'vault'))).toEqual([]);
});

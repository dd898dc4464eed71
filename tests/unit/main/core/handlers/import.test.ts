import { createHash } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportedFile } from '../../../../../main/core/platform';
import type { Origin } from '../../../../../shared/domain/draft-origin';
import { createEditedBlocks } from '../../../../../shared/import/block-edits/edited-blocks';
import type { ReadResult } from '../../../../../shared/import/proposal';
import { noProposalEdits } from '../../../../../shared/import/proposal-edits';
import { importTextFile } from '../../../../../shared/import/text/import-text';
import { listFileNames } from '../../support/open-vault';
import { refusingDialogs } from '../../support/plain-platform';
import { newId, sampleProposal } from '../../support/sample';
import type { TestCore } from '../../support/start-core';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

const page = new TextEncoder().encode('<h1>The mill closed</h1><p>It closed in 1974.</p>');
const sha256 = createHash('sha256').update(page).digest('hex');

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

/** An importer that reads every file as plain text, and records the files. */
function createPlainReader() {
  const readFiles: ImportedFile[] = [];
  const readDraft = async (file: ImportedFile): Promise<ReadResult> => {
    readFiles.push(file);
    const imported = importTextFile(file.origin.name ?? 'paste.txt', file.bytes);
    return imported.ok ? { ...imported, words: 0 } : imported;
  };
  return { readFiles, readDraft };
}

test('files on the disk are read when it is their turn, and wait until they are read or dropped', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'mill.txt');
  const { readFiles, readDraft } = createPlainReader();
  const { call, callFailing } = testCore(join(folder, 'library'), {
    readDraft,
    dialogs: { ...refusingDialogs, openFiles: async () => [path, join(folder, 'gone.txt')] },
  });
  const [mill, gone] = (await call('import.choose', null)) ?? [];
  if (!mill || !gone) throw new Error('nothing waits');
  expect([mill.name, gone.name]).toEqual(['mill.txt', 'gone.txt']);
  await writeFile(path, 'It closed in 1974.');
  const answer = await call('import.read', { taskId: newId(), fileId: mill.fileId });
  expect(answer).toMatchObject({ ok: true, proposal: { text: 'It closed in 1974.' } });
  expect(readFiles[0]).toMatchObject({ origin: { kind: 'file', name: 'mill.txt' }, type: null });
  expect((await callFailing('import.read', { taskId: newId(), fileId: gone.fileId })).message).toContain(
    'no longer there',
  );
  await call('import.discard', { fileId: gone.fileId });
  for (const { fileId } of [mill, gone])
    expect((await callFailing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
});

test('a file that comes in chunks is read only once it is complete', async () => {
  const { readFiles, readDraft } = createPlainReader();
  const { call, callFailing } = testCore(await tempFolder(), { readDraft });
  const { fileId, name } = await call('import.begin', { name: 'mill.txt', bytes: 18 });
  expect(name).toBe('mill.txt');
  const append = (words: string) => ({ fileId, chunk: new TextEncoder().encode(words) });
  await call('import.append', append('It closed'));
  expect((await callFailing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
  expect((await callFailing('import.append', append(' in 1974, or was it'))).code).toBe('badRequest');
  await call('import.append', append(' in 1974.'));
  await call('import.read', { taskId: newId(), fileId });
  expect(new TextDecoder().decode(readFiles[0]?.bytes)).toBe('It closed in 1974.');
  // The bytes are released as soon as they are read as a draft.
  expect((await callFailing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
});

test('no file waits any more once the window is closed', async () => {
  const { call, callFailing, core } = testCore(await tempFolder(), createPlainReader());
  const { fileId } = await call('import.begin', { name: 'mill.txt', bytes: 0 });
  await core.close();
  expect((await callFailing('import.read', { taskId: newId(), fileId })).code).toBe('badRequest');
});

test('a file that is too large is refused before it comes, and so are too many at once', async () => {
  const folder = await tempFolder();
  const { call, callFailing } = testCore(folder);
  const megabytes = (count: number) => ({ name: 'a.pdf', bytes: count * 1024 * 1024 });
  expect((await callFailing('import.begin', megabytes(101))).message).toContain('larger than 100 MB');
  for (let count = 0; count < 4; count += 1) await call('import.begin', megabytes(100));
  expect((await callFailing('import.begin', megabytes(1))).message).toContain('Too many files are waiting');
});

test('a file larger than 100 MB on the disk is not read into memory', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'large.txt');
  await writeFile(path, '');
  await truncate(path, 100 * 1024 * 1024 + 1);
  const { call, callFailing } = testCore(join(folder, 'library'), {
    dialogs: { ...refusingDialogs, openFiles: async () => [path] },
  });
  const [file] = (await call('import.choose', null)) ?? [];
  const failure = await callFailing('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  expect(failure.message).toContain('larger than 100 MB');
});

test('a paste is read with its structure', async () => {
  const { readFiles, readDraft } = createPlainReader();
  const { call } = testCore(await tempFolder(), { readDraft });
  await call('import.paste', { taskId: newId(), type: 'text/html', content: '<p>Zoë</p>' });
  expect(readFiles[0]).toMatchObject({ origin: { kind: 'paste', name: null }, type: 'text/html' });
  expect(new TextDecoder().decode(readFiles[0]?.bytes)).toBe('<p>Zoë</p>');
});

/** A core that fetches one page, and the article that is created from it. */
async function openFetchedArticle(folder: string) {
  const asked: string[] = [];
  const { readDraft } = createPlainReader();
  const stet = testCore(folder, {
    readDraft,
    dialogs: {
      ...refusingDialogs,
      confirmFetch: async ({ host }) => {
        asked.push(host);
        return host !== 'no.example';
      },
    },
    fetchPage: async (url) => ({ url, name: 'mill.html', type: 'text/html', charset: null, bytes: page }),
  });
  const fetchOf = (address: string) => stet.call('import.fetch', { taskId: newId(), address });
  return { ...stet, asked, fetchOf };
}

test('a page is fetched only after the reviewer has agreed to that very address', async () => {
  const { asked, fetchOf, callFailing } = await openFetchedArticle(await tempFolder());
  expect(await fetchOf('https://no.example/mill')).toBeNull();
  expect((await fetchOf('paper.example/mill'))?.name).toBe('mill.html');
  expect(asked).toEqual(['no.example', 'paper.example']);
  const failure = await callFailing('import.fetch', { taskId: newId(), address: 'file:///etc/passwd' });
  expect(failure.code).toBe('badRequest');
  expect(asked).toHaveLength(2);
});

test('a fetched page is stored in the vault unchanged, is verified, and is never swept', async () => {
  const folder = await tempFolder();
  const { call, fetchOf } = await openFetchedArticle(folder);
  const file = await fetchOf('https://paper.example/mill');
  const read = await call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  if (!read?.ok) throw new Error('it was not read');
  expect(read.proposal.link).toBe('https://paper.example/mill');
  const { articleId } = await call('article.create', {
    proposalId: read.proposalId,
    edits: noProposalEdits,
  });
  const { draft } = await call('review.open', { articleId });
  expect(draft.origin).toEqual({
    ...{ kind: 'web', name: 'mill.html', url: 'https://paper.example/mill', mime: 'text/html' },
    ...{ fetchedAt: expect.stringMatching(/^2026-/), sha256, bytes: page.length },
  });
  const vault = join(folder, 'articles', articleId, 'vault');
  expect(new Uint8Array(await readFile(join(vault, sha256)))).toEqual(page);
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
  const { call, fetchOf } = await openFetchedArticle(folder);
  const file = await fetchOf('https://paper.example/mill');
  const read = await call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  if (!read?.ok) throw new Error('it was not read');
  const { articleId } = await call('article.create', { proposalId: read.proposalId, edits: noProposalEdits });
  const { draft } = await call('review.open', { articleId });
  await call('review.close', { articleId });
  await rm(join(folder, 'articles', articleId, 'drafts', `${draft.sha256}.json`));
  const opened = await call('review.open', { articleId });
  expect(opened.draft).toEqual(draft);
  expect(opened).toMatchObject({
    readOnly: false,
    problems: [expect.stringContaining('the page as it was fetched')],
  });
});

const megabyte = 1024 * 1024;

/** Ways in which an import ends. */
const ends = {
  created: ({ call }: TestCore, proposalId: string) =>
    call('article.create', { proposalId, edits: noProposalEdits }),
  dropped: ({ call }: TestCore, proposalId: string) => call('import.discard', { proposalId }),
  closed: ({ core }: TestCore) => core.close(),
  'left by a page that crashed': ({ core }: TestCore) => core.discardImports(),
};

test.each(Object.entries(ends))(
  'a fetched page takes up memory until its import is %s',
  async (_name, end) => {
    const stet = await openFetchedArticle(await tempFolder());
    const { call, callFailing } = stet;
    const begin = (bytes: number) => ({ name: 'large.pdf', bytes });
    for (let count = 0; count < 3; count += 1) await call('import.begin', begin(100 * megabyte));
    await call('import.begin', begin(100 * megabyte - page.length));
    const file = await stet.fetchOf('https://paper.example/mill');
    const refuseMore = async () =>
      expect((await callFailing('import.begin', begin(1))).message).toContain('Too many files are waiting');
    await refuseMore();
    const read = await call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
    if (!read?.ok) throw new Error('it was not read');
    await refuseMore();
    await end(stet, read.proposalId);
    await call('import.begin', begin(1));
  },
);

test('a paste is refused while too much waits', async () => {
  const { call, callFailing } = testCore(await tempFolder());
  for (let count = 0; count < 4; count += 1)
    await call('import.begin', { name: 'large.pdf', bytes: 100 * megabyte });
  const pasted = { taskId: newId(), type: 'text/plain', content: 'The mill' } as const;
  expect((await callFailing('import.paste', pasted)).message).toContain('Too many files are waiting');
});

test('a file on the disk is refused while too much waits, and can be opened once there is room', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'mill.txt');
  await writeFile(path, 'The mill');
  const { core, call, callFailing } = testCore(folder, createPlainReader());
  const { fileId } = core.addOpenedFile(path);
  const waiting: string[] = [];
  for (let count = 0; count < 4; count += 1)
    waiting.push((await call('import.begin', { name: 'large.pdf', bytes: 100 * megabyte })).fileId);
  const failure = await callFailing('import.read', { taskId: newId(), fileId });
  expect(failure.message).toContain('Too many files are waiting');
  await call('import.discard', { fileId: waiting[0] ?? '' });
  expect(await call('import.read', { taskId: newId(), fileId })).toMatchObject({ ok: true });
});

test.each(Object.entries(ends))('an import that was %s is refused', async (_name, end) => {
  const stet = testCore(await tempFolder());
  const { call, callFailing } = stet;
  const { articleId } = await call('article.createSample', null);
  const proposalId = await stet.propose(sampleProposal());
  await end(stet, proposalId);
  const input = { proposalId, edits: noProposalEdits };
  for (const failure of [
    await callFailing('article.create', input),
    await callFailing('draft.preview', { taskId: newId(), articleId, ...input }),
    await callFailing('draft.accept', { taskId: newId(), articleId, ...input }),
  ]) {
    expect(failure.code).toBe('badRequest');
    expect(failure.message).toContain('open the file or paste the text again');
  }
  // Dropping it once more is no failure.
  await call('import.discard', { proposalId });
});

test('an article has the fields and blocks as the reviewer edited them', async () => {
  const { call, propose } = testCore(await tempFolder());
  const proposal = sampleProposal();
  const [first, second] = createEditedBlocks(proposal.blocks);
  if (!first || !second) throw new Error('there are no blocks');
  const { articleId } = await call('article.create', {
    proposalId: await propose(proposal),
    edits: {
      fields: { title: 'Ada', byline: 'Bea', link: null, publishedAt: '2026', language: 'de' },
      blocks: [
        { ...first, isLeftOut: true },
        { ...second, kind: 'quote' },
      ],
    },
  });
  const { draft, review } = await call('review.open', { articleId });
  expect(review.article[0]).toMatchObject({ title: 'Ada', byline: 'Bea', publishedAt: '2026' });
  expect(draft).toMatchObject({ text: proposal.text.split('\n\n')[1], language: 'de' });
  expect(draft.blocks.map(({ kind }) => kind)).toEqual(['quote']);
});

test('edits that do not fit the text are refused by each command, and the import goes on waiting', async () => {
  const { call, callFailing, propose } = testCore(await tempFolder());
  const { articleId } = await call('article.createSample', null);
  const proposal = sampleProposal();
  const proposalId = await propose(proposal);
  const [first] = createEditedBlocks(proposal.blocks);
  if (!first) throw new Error('there are no blocks');
  const spans = [{ start: 0, end: proposal.text.length + 1 }];
  const input = { proposalId, edits: { fields: null, blocks: [{ ...first, spans }] } };
  for (const failure of [
    await callFailing('article.create', input),
    await callFailing('draft.preview', { taskId: newId(), articleId, ...input }),
    await callFailing('draft.accept', { taskId: newId(), articleId, ...input }),
  ])
    expect(failure).toMatchObject({ code: 'badRequest', message: expect.stringContaining('do not fit') });
  await call('article.create', { proposalId, edits: noProposalEdits });
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

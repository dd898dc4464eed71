import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createPlainReader, fetchedPage, openFetchingCore } from './importing-core.ts';

test('no file that waited is read once the window is closed', async () => {
  const { call, callFailing, core } = testCore(await tempFolder(), createPlainReader());
  const { fileId } = await call('import.begin', { name: 'mill.txt', bytes: 0 });
  await core.close();
  expect((await callFailing('import.read', { taskId: newId(), fileId })).code).toBe('refused');
});

test('a file that is too large is refused before it comes, and so are too many at once', async () => {
  const folder = await tempFolder();
  const { call, callFailing } = testCore(folder);
  const megabytes = (count: number) => ({ name: 'a.pdf', bytes: count * 1024 * 1024 });
  expect((await callFailing('import.begin', megabytes(101))).message).toContain('larger than 100 MB');
  for (let count = 0; count < 4; count += 1) await call('import.begin', megabytes(100));
  expect((await callFailing('import.begin', megabytes(1))).message).toContain('Too many files are waiting');
});

const megabyte = 1024 * 1024;

/** Ways in which an import ends. */
const ends = {
  created: ({ call }: TestCore, proposalId: string) =>
    call('article.create', { proposalId, edits: noProposalEdits }),
  dropped: ({ call }: TestCore, proposalId: string) => call('import.discard', { proposalId }),
  'left by a page that crashed': async ({ core }: TestCore) => (await core.services()).discardImports(),
};

test.each(Object.entries(ends))(
  'a fetched page takes up memory until its import is %s',
  async (_name, end) => {
    const stet = await openFetchingCore(await tempFolder());
    const { call, callFailing } = stet;
    const begin = (bytes: number) => ({ name: 'large.pdf', bytes });
    for (let count = 0; count < 3; count += 1) await call('import.begin', begin(100 * megabyte));
    await call('import.begin', begin(100 * megabyte - fetchedPage.length));
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
  const { fileId } = (await core.services()).addOpenedFile(path);
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

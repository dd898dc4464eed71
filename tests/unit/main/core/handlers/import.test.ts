import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noAuthors } from '#shared/import/base/annotation.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks } from '#shared/import/edits/edited-blocks.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createPlainReader } from './importing-core.ts';

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

test('a paste is read with its structure', async () => {
  const { readFiles, readDraft } = createPlainReader();
  const { call } = testCore(await tempFolder(), { readDraft });
  await call('import.paste', { taskId: newId(), type: 'text/html', content: '<p>Zoë</p>' });
  expect(readFiles[0]).toMatchObject({ origin: { kind: 'paste', name: null }, type: 'text/html' });
  expect(new TextDecoder().decode(readFiles[0]?.bytes)).toBe('<p>Zoë</p>');
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
      annotations: noAuthors,
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
  const input = { proposalId, edits: { ...noProposalEdits, blocks: [{ ...first, spans }] } };
  for (const failure of [
    await callFailing('article.create', input),
    await callFailing('draft.preview', { taskId: newId(), articleId, ...input }),
    await callFailing('draft.accept', { taskId: newId(), articleId, ...input }),
  ])
    expect(failure).toMatchObject({ code: 'badRequest', message: expect.stringContaining('do not fit') });
  await call('article.create', { proposalId, edits: noProposalEdits });
});

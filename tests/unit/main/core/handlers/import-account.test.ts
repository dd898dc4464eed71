import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import type { DraftProposal, ReadResult } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks, setLeftOut } from '#shared/import/edits/edited-blocks.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** An import with a notice and a comment on no words, which can be removed. */
function openImportingCore(folder: string) {
  const comment = createAnnotation([{ by: 'Ada', at: null, text: 'Call Quillfeather' }], false);
  const sample = sampleProposal();
  const commented = ['Why?', 'How?'].map((text, index) =>
    createAnnotatedClaim(
      { start: sample.text.length - 5 + index, end: sample.text.length },
      createAnnotation([{ by: 'Ben', at: null, text }], false),
    ),
  );
  const proposal: DraftProposal = {
    ...sample,
    claims: [...sample.claims, ...commented],
    annotationsWithoutWords: [comment],
  };
  const removeComment = () => {
    proposal.annotationsWithoutWords = [];
  };
  const readDraft = async (): Promise<ReadResult> => {
    return { ok: true, proposal, words: 0, notices: [{ kind: 'imagesLeftOut', count: 2 }] };
  };
  const stet = testCore(folder, { readDraft });
  const read = async () => {
    const result = await stet.call('import.paste', { taskId: newId(), type: 'text/plain', content: 'x' });
    if (!result?.ok) throw new Error('the paste was not read');
    return result.proposalId;
  };
  const edits = { ...noProposalEdits, blocks: setLeftOut(createEditedBlocks(proposal.blocks), 0, true) };
  return { ...stet, read, edits, removeComment };
}

const unplaced = [
  '1 comment on no words of the article: no claim made',
  'comment on no words of the article: “Ada: Call Quillfeather”',
];

test('the account of an import is stored with the draft, and read again after a restart', async () => {
  const folder = await tempFolder();
  const first = openImportingCore(folder);
  const { articleId } = await first.call('article.create', {
    proposalId: await first.read(),
    edits: noProposalEdits,
  });
  await first.core.close();

  const stet = openImportingCore(folder);
  const { draft } = await stet.call('review.open', { articleId });
  expect(draft.account).toEqual(['2 images left out', '2 comments added as claims', ...unplaced]);
});

test('a name in a notice shows what it holds, in the preview and in the account', async () => {
  const notice = { kind: 'attachmentsLeftOut' as const, count: 1, name: 'report\u202egpj.exe' };
  const readDraft = async (): Promise<ReadResult> => {
    return { ok: true, proposal: sampleProposal(), words: 0, notices: [notice] };
  };
  const stet = testCore(await tempFolder(), { readDraft });
  const read = await stet.call('import.paste', { taskId: newId(), type: 'text/plain', content: 'x' });
  if (!read?.ok) throw new Error('the paste was not read');
  expect(read.notices).toEqual([{ ...notice, name: 'reportgpj.exe' }]);
  const created = { proposalId: read.proposalId, edits: noProposalEdits };
  const { articleId } = await stet.call('article.create', created);
  const { draft } = await stet.call('review.open', { articleId });
  expect(draft.account).toEqual(['1 attachment left out: reportgpj.exe']);
});

test('a next draft has an account of its own, with what the reviewer left out in the preview', async () => {
  const stet = openImportingCore(await tempFolder());
  const { articleId } = await stet.call('article.create', {
    proposalId: await stet.read(),
    edits: noProposalEdits,
  });
  const { draft: before } = await stet.call('review.open', { articleId });
  expect(before.account).toEqual(['2 images left out', '2 comments added as claims', ...unplaced]);
  await stet.call('draft.accept', {
    taskId: newId(),
    articleId,
    proposalId: await stet.read(),
    edits: stet.edits,
  });
  const { draft } = await stet.call('review.open', { articleId });
  expect(draft.account).toEqual([
    '2 images left out',
    '2 comments came with an earlier draft, and were not added again',
    ...unplaced,
    '1 block left out in the preview',
    'left out in the preview: “The mill closed in 1974.”',
  ]);
  // The account of the draft before stays.
  expect((await stet.call('draft.read', { articleId, draftId: before.id })).account).toEqual(before.account);
});

test('the comments of earlier drafts stay with the next ones, so that reports are searched for them', async () => {
  const stet = openImportingCore(await tempFolder());
  const { articleId } = await stet.call('article.create', {
    proposalId: await stet.read(),
    edits: noProposalEdits,
  });
  expect((await stet.call('review.open', { articleId })).draft.earlierComments).toEqual([]);
  stet.removeComment();
  for (let number = 2; number <= 3; number += 1) {
    await stet.call('draft.accept', {
      taskId: newId(),
      articleId,
      proposalId: await stet.read(),
      edits: noProposalEdits,
    });
    const { draft } = await stet.call('review.open', { articleId });
    expect(draft.number).toBe(number);
    expect(draft.account).not.toContain(unplaced[1]);
    expect(draft.earlierComments).toEqual(['“Ada: Call Quillfeather”']);
  }
});

test('the words of an account are in the file of the draft alone', async () => {
  const folder = await tempFolder();
  const stet = openImportingCore(folder);
  await stet.call('article.create', { proposalId: await stet.read(), edits: noProposalEdits });
  await stet.core.close();
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(async (path) => [path, await readFile(path, 'utf8')] as const),
  );
  const found = contents.filter(([, content]) => content.includes('Quillfeather')).map(([path]) => path);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/[/\\]drafts[/\\][0-9a-f]{64}\.json$/);
});

test('the sample article has no account, because nothing was imported', async () => {
  const stet = testCore(await tempFolder());
  const { articleId } = await stet.call('article.createSample', null);
  expect((await stet.call('review.open', { articleId })).draft.account).toBeNull();
});

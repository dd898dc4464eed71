import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asNotStored, describeDiskError, MaybeStoredError } from '#main/storage/disk/disk-messages.ts';
import { writeFileDurably } from '#main/storage/disk/durable-file.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { failFolderSyncs } from '#tests/unit/main/support/fail-folder-syncs.ts';
import { openVault } from '#tests/unit/main/support/open-vault.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const maybeStored = /^Not saved for certain: the disk reported an error\. It may have been stored, /;

test('a file whose folder can’t be synced may be stored, and the error says why', async () => {
  const path = join(await tempFolder(), 'file');
  await failFolderSyncs();
  const error = await writeFileDurably(path, 'new').catch((failure) => failure);
  expect(error).toBeInstanceOf(MaybeStoredError);
  expect(describeDiskError(error)).toEqual(describeDiskError(asNotStored(error)));
  expect(await readFile(path, 'utf8')).toBe('new');
});

test('a refused move to the bin, a refused restore and refused settings say that they may have been stored', async () => {
  const folder = join(await tempFolder(), 'library');
  const { call, callFailing, createArticle } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal());
  await call('settings.change', { theme: 'light' });
  let allowSyncs = await failFolderSyncs();
  expect((await callFailing('library.bin', { articleId })).message).toMatch(maybeStored);
  expect((await callFailing('settings.change', { theme: 'dark' })).message).toMatch(maybeStored);
  // As the message says.
  expect(await readdir(join(folder, 'articles', articleId))).toContain('binned.json');

  allowSyncs();
  await call('library.bin', { articleId });
  allowSyncs = await failFolderSyncs();
  expect((await callFailing('library.restore', { articleId })).message).toMatch(maybeStored);
  allowSyncs();
  await call('library.restore', { articleId });
  expect(await readdir(join(folder, 'articles', articleId))).not.toContain('binned.json');
});

test('a draft and an article that were not added say so for certain', async () => {
  const { call, callFailing, articleId, propose } = await openVault();
  const proposalId = await propose({
    ...sampleProposal(),
    text: sampleProposal().text.replace('mill', 'mall'),
  });
  await failFolderSyncs();
  const draft = { taskId: newId(), articleId, proposalId, edits: noProposalEdits };
  expect((await callFailing('draft.accept', draft)).message).toMatch(
    /^Not saved: .* The draft was not added/,
  );
  const article = await callFailing('article.createSample', null);
  expect(article.message).toMatch(/^Not saved: .* The sample article was not opened\./);
  expect((await call('library.list', null)).articles).toHaveLength(1);
});

import { expect, test } from 'vitest';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** "Ayşe" in Windows-1254. */
const bytes = Uint8Array.from(
  'Ay\xfee \xe7ok \xfcz\xfcld\xfc, \xe7\xfcnk\xfc vapur sat\xfdld\xfd.',
  (character) => character.charCodeAt(0),
);

async function readText(content: Uint8Array<ArrayBuffer>) {
  const readDraft = async ({ origin, bytes: read, charset, encoding }: ImportedFile): Promise<ReadResult> => {
    const imported = importTextFile(origin.name ?? '', read, charset, encoding);
    return imported.ok ? { ...imported, words: 0 } : imported;
  };
  const stet = testCore(await tempFolder(), { readDraft });
  const { fileId } = await stet.call('import.begin', { name: 'a.txt', bytes: content.length });
  await stet.call('import.append', { fileId, chunk: content });
  const read = await stet.call('import.read', { taskId: newId(), fileId });
  if (!read?.ok) throw new Error('it was not read');
  return { ...stet, read };
}

test('a file that declares no encoding is read in another one, which replaces the proposal', async () => {
  const { call, callFailing, read } = await readText(bytes);
  expect(read.notices).toEqual([{ kind: 'encodingAssumed', count: 1, name: expect.any(String) }]);
  const { proposalId } = read;
  const again = await call('import.readAgain', { taskId: newId(), proposalId, encoding: 'windows-1252' });
  expect(again).toMatchObject({
    ok: true,
    proposal: { text: expect.stringContaining('Ayþe') },
    notices: [{ kind: 'encodingChosen', name: 'windows-1252' }],
  });
  const gone = await callFailing('import.readAgain', {
    taskId: newId(),
    proposalId,
    encoding: 'windows-1254',
  });
  expect(gone.message).toContain('no longer waiting');
  const newProposalId = again?.ok ? again.proposalId : '';
  const back = await call('import.readAgain', {
    taskId: newId(),
    proposalId: newProposalId,
    encoding: 'windows-1254',
  });
  expect(back).toMatchObject({ proposal: { text: expect.stringContaining('Ayşe') } });
});

test('a file whose encoding is certain is not kept to be read again', async () => {
  const { callFailing, read } = await readText(new TextEncoder().encode('Ayşe'));
  const { proposalId } = read;
  expect(
    (await callFailing('import.readAgain', { taskId: newId(), proposalId, encoding: 'windows-1254' })).code,
  ).toBe('badRequest');
});

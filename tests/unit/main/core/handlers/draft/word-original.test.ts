import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { DraftFiles } from '#main/storage/article/draft-files.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createEditedBlocks } from '#shared/import/edits/edited-blocks.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import { computeSha256, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const part = 'word/document.xml';
const words = 'The mill closed in 1974.\n\nIt never reopened.';
const kept = { sha256: computeSha256(words), bytes: words.length };
const texts = new Map([[part, [words]]]);

/** An importer that reads every file as plain text, a Word file with the map to its only element. */
async function readDraft({ origin, bytes }: ImportedFile): Promise<ReadResult> {
  const name = origin.name ?? '';
  const imported = importTextFile(`${name}.txt`, bytes);
  if (!imported.ok || !name.endsWith('.docx')) return imported.ok ? { ...imported, words: 0 } : imported;
  const { length } = imported.proposal.text;
  return {
    ...imported,
    words: 0,
    textMap: { parts: [part], segments: [{ part: 0, element: 0, offset: 0, length }] },
  };
}

/** A core that opens files of the given names and contents. */
async function openImporting() {
  const folder = await tempFolder();
  const library = join(folder, 'library');
  const backupFolder = join(folder, 'backups');
  const picked: string[] = [];
  const stet = testCore(library, {
    readDraft,
    dialogs: { ...refusingDialogs, openFiles: async () => picked, chooseFolder: async () => backupFolder },
  });
  const choose = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    picked.splice(0, 1, join(folder, name));
    return (await stet.call('import.choose', null))?.[0]?.fileId ?? '';
  };
  const read = async (name: string, content = words) => {
    const answer = await stet.call('import.read', { taskId: newId(), fileId: await choose(name, content) });
    if (!answer?.ok) throw new Error('it was not read');
    return answer;
  };
  const article = (articleId: string) => {
    const paths = join(library, 'articles', articleId);
    const drafts = new DraftFiles(join(paths, 'drafts'), { ...stet.platform, access: alwaysWritable });
    const listRows = async () => (await stet.call('review.open', { articleId })).review.drafts;
    return {
      articleId,
      listRows,
      vault: join(paths, 'vault'),
      drafts: join(paths, 'drafts'),
      listMaps: async () => Promise.all((await listRows()).map((row) => drafts.peekMap(row))),
    };
  };
  const create = async (name: string, edits = noProposalEdits) => {
    const { proposalId } = await read(name);
    return article((await stet.call('article.create', { proposalId, edits })).articleId);
  };
  return { ...stet, library, article, read, create };
}

describe('a Word file that becomes a draft', () => {
  test('the file goes into the vault, the draft names it, and the map lies beside the draft', async () => {
    const { create, call } = await openImporting();
    const { articleId, listRows, listMaps, vault, drafts } = await create('mill.docx');
    const [row] = await listRows();
    expect(row?.origin).toEqual(createFileOrigin('mill.docx', kept));
    expect(await readFile(join(vault, kept.sha256), 'utf8')).toBe(words);
    expect(await listFileNames(drafts)).toEqual([`${row?.sha256}.json`, `${row?.sha256}.map.json`]);
    const [map] = await listMaps();
    expect(map?.file).toBe(kept.sha256);
    expect(map && rebuildText(map, texts)).toBe(words);
    // Sweeping keeps the file, and so does undo.
    await writeFile(join(vault, 'unswept'), '');
    await call('review.close', { articleId });
    await call('review.open', { articleId });
    expect(await listFileNames(vault)).toEqual([kept.sha256]);
    const verified = await call('vault.verify', { taskId: newId(), articleId });
    expect(verified).toEqual([{ keptId: row?.id, state: 'unchanged' }]);
  });

  test('the window gets no map', async () => {
    expect(await (await openImporting()).read('mill.docx')).not.toHaveProperty('textMap');
  });

  test('the map follows the edits of the blocks', async () => {
    const { create, read } = await openImporting();
    const { proposal } = await read('mill.docx');
    const [first, second] = createEditedBlocks(proposal.blocks);
    if (!first || !second) throw new Error('there are no blocks');
    const blocks = [
      { ...first, spans: [{ start: 4, end: 8 }] },
      { ...second, isLeftOut: true },
    ];
    const { listMaps } = await create('mill.docx', { ...noProposalEdits, blocks });
    const [map] = await listMaps();
    expect(map?.segments).toEqual([{ part: 0, element: 0, offset: 4, length: 4 }]);
  });

  test('a next draft has its file and map as well, also with the text of the one before', async () => {
    const { create, read, call } = await openImporting();
    const { articleId, listRows, listMaps, drafts } = await create('mill.txt');
    const { proposalId } = await read('mill.docx');
    await call('draft.accept', { taskId: newId(), articleId, proposalId, edits: noProposalEdits });
    expect((await listRows()).map(({ origin }) => origin)).toEqual([
      createFileOrigin('mill.txt'),
      createFileOrigin('mill.docx', kept),
    ]);
    expect((await listMaps()).map((map) => map?.file)).toEqual([undefined, kept.sha256]);
    expect(await listFileNames(drafts)).toHaveLength(3);
  });

  test('a text that can’t be read any more is read again from the file', async () => {
    const { create, call } = await openImporting();
    const { articleId, listRows, drafts } = await create('mill.docx');
    const [row] = await listRows();
    await call('review.close', { articleId });
    await rm(join(drafts, `${row?.sha256}.json`));
    expect(await call('review.open', { articleId })).toMatchObject({
      readOnly: false,
      draft: { text: words },
      problems: [expect.stringContaining('the Word file that it was read from')],
    });
  });

  test('other files are not kept', async () => {
    const { listRows, vault } = await (await openImporting()).create('mill.txt');
    expect((await listRows())[0]?.origin).toEqual(createFileOrigin('mill.txt'));
    expect(await listFileNames(vault)).toEqual([]);
  });
});

test('a missing or damaged map is a note of the check, and no damage', async () => {
  const { create, call } = await openImporting();
  const { articleId, listRows, drafts } = await create('mill.docx');
  const [row] = await listRows();
  const map = join(drafts, `${row?.sha256}.map.json`);
  await call('review.close', { articleId });
  await call('library.list', null);
  const check = async () => (await call('check.run', { taskId: newId() }))?.findings;
  expect(await check()).toEqual([]);
  await writeFile(map, 'not a map');
  const note = { kind: 'note', problem: expect.stringContaining('missing or damaged') };
  expect(await check()).toEqual([expect.objectContaining(note)]);
  await rm(map);
  expect(await check()).toEqual([expect.objectContaining(note)]);
});

test('backups have the file and the map', async () => {
  const { create, call, library } = await openImporting();
  const { articleId, drafts, vault } = await create('mill.docx');
  await call('review.close', { articleId });
  await call('backup.setFolder', { choice: 'ask' });
  await call('backup.run', { taskId: newId() });
  const [backup] = await call('backup.list', null);
  const names = [await listFileNames(drafts), [kept.sha256]];
  await rm(join(library, 'articles', articleId), { recursive: true });
  if (!backup) throw new Error('there is no backup');
  const { libraryId, name } = backup;
  const from = { taskId: newId(), backup: { libraryId, name }, articleId };
  const restored = await call('backup.restoreArticle', from);
  expect(restored).not.toBeNull();
  expect([await listFileNames(drafts), await listFileNames(vault)]).toEqual(names);
});

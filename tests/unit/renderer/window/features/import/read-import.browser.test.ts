import { afterEach, expect, it } from 'vitest';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { openPaste, readInEncoding } from '#renderer/window/features/import/read-import.ts';
import { closeDialog } from '#renderer/window/state/base/dialogs.ts';
import {
  importAsArticle,
  importAsDraft,
  removePendingImport,
  usePendingImports,
} from '#renderer/window/state/drafts/pending-imports.ts';
import { createEditedBlocks, setLeftOut } from '#shared/import/edits/edited-blocks.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';

/** A main process that reads once the test lets it: a paste as p1, and again as p2. Returns the inputs of `import.discard`. */
function answerImportCommands(whenRead: Promise<void> = Promise.resolve()) {
  const dropped: unknown[] = [];
  fakeMain(async (name, input) => {
    if (name === 'import.discard') dropped.push(input);
    if (name !== 'import.paste' && name !== 'import.readAgain') return { ok: true, value: null };
    await whenRead;
    const read = importPastedText('One headline\n\nIt says little.');
    return { ok: true, value: { ...read, words: 5, proposalId: name === 'import.paste' ? 'p1' : 'p2' } };
  });
  return dropped;
}

const pasted = { type: 'text/plain', content: 'One headline' } as const;

afterEach(() => {
  usePendingImports.setState({ pending: [], doneCount: 0 });
  closeDialog();
});

it('an import that is left out is dropped in main', async () => {
  const dropped = answerImportCommands();
  expect(await openPaste(pasted, null)).toBe(true);
  const [pendingImport] = usePendingImports.getState().pending;
  expect(pendingImport).toMatchObject({ proposalId: 'p1', name: null, blocks: null });
  expect(dropped).toEqual([]);
  if (pendingImport) removePendingImport(pendingImport);
  expect(usePendingImports.getState().pending).toEqual([]);
  await expect.poll(() => dropped).toEqual([{ proposalId: 'p1' }]);
});

it('an import that was cancelled while it was read is dropped in main', async () => {
  let finishReading = () => {};
  const dropped = answerImportCommands(
    new Promise((resolve) => {
      finishReading = resolve;
    }),
  );
  const cancelling = new AbortController();
  const reading = openPaste(pasted, null, cancelling.signal);
  cancelling.abort();
  finishReading();
  expect(await reading).toBe(false);
  expect(usePendingImports.getState().pending).toEqual([]);
  await expect.poll(() => dropped).toEqual([{ proposalId: 'p1' }]);
});

it('the blocks that the reviewer edited are kept when an import becomes a draft, and an article again', async () => {
  answerImportCommands();
  await openPaste(pasted, null);
  const [asArticle] = usePendingImports.getState().pending;
  if (!asArticle) throw new Error('nothing was imported');
  const blocks = setLeftOut(createEditedBlocks(asArticle.proposal.blocks), 0, true);
  importAsDraft(asArticle, 'a1', { blocks, fields: {} });
  const [asDraft] = usePendingImports.getState().pending;
  expect(asDraft).toEqual({ ...asArticle, draftOf: 'a1', blocks });
  if (asDraft) importAsArticle(asDraft);
  expect(usePendingImports.getState().pending).toEqual([{ ...asArticle, blocks }]);
});

it('what is read in another encoding stays the draft that it became meanwhile', async () => {
  answerImportCommands();
  await openPaste(pasted, null);
  const [asArticle] = usePendingImports.getState().pending;
  if (!asArticle) throw new Error('nothing was imported');
  const reading = readInEncoding(asArticle, 'windows-1251', {});
  importAsDraft(asArticle, 'a1', { blocks: null, fields: {} });
  await reading;
  expect(usePendingImports.getState().pending).toMatchObject([{ proposalId: 'p2', draftOf: 'a1' }]);
});

it('what is read in another encoding is dropped in main when the import was left out meanwhile', async () => {
  const dropped = answerImportCommands();
  await openPaste(pasted, null);
  const [pendingImport] = usePendingImports.getState().pending;
  if (!pendingImport) throw new Error('nothing was imported');
  const reading = readInEncoding(pendingImport, 'windows-1251', {});
  removePendingImport(pendingImport);
  await reading;
  expect(usePendingImports.getState().pending).toEqual([]);
  await expect.poll(() => dropped).toEqual([{ proposalId: 'p1' }, { proposalId: 'p2' }]);
});

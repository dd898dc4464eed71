import { nanoid } from 'nanoid';
import { useMemo, useState } from 'react';
import { create } from 'zustand';
import type { ImportNotice } from '#shared/import/base/notices.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { EditedBlock } from '#shared/import/edits/edited-blocks.ts';
import { createWholeProposal, type WholeProposal } from '#shared/import/edits/whole-proposal.ts';
import { client } from '../base/client.ts';
import { closeDialog, openDialog, runWhenNoDialog, useDialogs } from '../base/dialogs.ts';
import type { ArticleForm } from '../library/article-form.ts';
import { discardAskedChoice } from './annotation-choices.ts';

/** A file, page or paste that was read and waits for the reviewer's confirmation. */
export interface PendingImport {
  id: string;
  /** Names the proposal in main. */
  proposalId: string;
  /** The name of the file or page; null for a paste. */
  name: string | null;
  /** The proposal as it was read. */
  proposal: DraftProposal;
  /** The blocks as the reviewer edited them in a former preview; null when they are as read. */
  blocks: readonly EditedBlock[] | null;
  /** The fields that the reviewer edited in a former preview, as typed. */
  fields: Partial<ArticleForm>;
  notices: readonly ImportNotice[];
  /** The number of words. */
  words: number;
  /** The article whose next draft it becomes; null for an article of its own. */
  draftOf: string | null;
}

interface PendingImports {
  pending: readonly PendingImport[];
  /** How many imports were handled since the list was last empty. */
  doneCount: number;
}

/** The imports that wait, the oldest first. The preview dialog shows the first one. */
export const usePendingImports = create<PendingImports>()(() => ({ pending: [], doneCount: 0 }));

/** Adds an import and shows it as soon as no other dialog is open. */
export function addPendingImport(pendingImport: Omit<PendingImport, 'id'>): void {
  usePendingImports.setState(({ pending }) => ({
    pending: [...pending, { id: nanoid(), ...pendingImport }],
  }));
  runWhenNoDialog(() => {
    if (usePendingImports.getState().pending.length > 0) openDialog('preview');
  });
}

/** Removes an import that was opened or discarded. Main drops its proposal. */
export function removePendingImport(pendingImport: PendingImport): void {
  usePendingImports.setState(({ pending, doneCount }) => {
    const others = pending.filter((other) => other !== pendingImport);
    const removedCount = pending.length - others.length;
    return { pending: others, doneCount: others.length === 0 ? 0 : doneCount + removedCount };
  });
  discardAskedChoice(pendingImport.id);
  void client.call('import.discard', { proposalId: pendingImport.proposalId });
  if (usePendingImports.getState().pending.length === 0 && useDialogs.getState().open === 'preview')
    closeDialog();
}

export function removeAllPendingImports(): void {
  usePendingImports.getState().pending.forEach(removePendingImport);
}

/** Imports as the next draft of an article, with the blocks as the reviewer edited them. */
export function importAsDraft(
  pendingImport: PendingImport,
  articleId: string,
  edits: Pick<PendingImport, 'blocks' | 'fields'>,
): void {
  replace(pendingImport, { ...pendingImport, ...edits, draftOf: articleId });
}

/**
 * Replaces what was read by what was read anew. Its preview begins anew as well, with the fields that the reviewer edited. If the
 * import was opened or discarded meanwhile, main drops what was read anew.
 */
export function replacePendingImport(
  pendingImport: PendingImport,
  read: Pick<PendingImport, 'proposalId' | 'proposal' | 'notices' | 'words'>,
  fields: PendingImport['fields'],
): void {
  const current = usePendingImports.getState().pending.find(({ id }) => id === pendingImport.id);
  const { proposalId, proposal, notices, words } = read;
  if (current)
    replace(current, {
      ...current,
      id: nanoid(),
      proposalId,
      proposal,
      notices,
      words,
      blocks: null,
      fields,
    });
  else void client.call('import.discard', { proposalId });
}

/** Imports as an article of its own. */
export function importAsArticle(pendingImport: PendingImport): void {
  replace(pendingImport, { ...pendingImport, draftOf: null });
}

function replace(before: PendingImport, after: PendingImport): void {
  usePendingImports.setState(({ pending }) => ({
    pending: pending.map((other) => (other === before ? after : other)),
  }));
}

interface EditedBlocks {
  /** The whole original, into which the blocks point. */
  whole: WholeProposal;
  blocks: readonly EditedBlock[];
  setBlocks(blocks: readonly EditedBlock[]): void;
  /** Whether they were edited since the preview opened. */
  isEdited: boolean;
  /** The blocks to send to main; null when they are as read. */
  editedBlocks: readonly EditedBlock[] | null;
}

/** The blocks of a pending import while the reviewer edits them in a preview. */
export function useEditedBlocks(pendingImport: PendingImport): EditedBlocks {
  const whole = useMemo(() => createWholeProposal(pendingImport.proposal), [pendingImport]);
  const originalBlocks = pendingImport.blocks ?? whole.blocks;
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(originalBlocks);
  const isEdited = blocks !== originalBlocks;
  return { whole, blocks, setBlocks, isEdited, editedBlocks: isEdited ? blocks : pendingImport.blocks };
}

import { nanoid } from 'nanoid';
import { create } from 'zustand';
import type { WaitingFile } from '../../../shared/contract/import-commands';
import type { ImportNotice } from '../../../shared/import/notices';
import type { DraftProposal } from '../../../shared/import/proposal';
import { client } from '../client';
import { closeDialog, openDialog, useDialogs, whenNoDialog } from '../dialogs';

/** What was understood of a file, a page or a paste, and waits for the reviewer's look. */
export interface Proposed {
  id: string;
  /** The file in main; null of a paste. */
  file: WaitingFile | null;
  proposal: DraftProposal;
  notices: readonly ImportNotice[];
  words: number;
  /** The article whose next draft it is to be; null for one of its own. */
  draftOf: string | null;
}

interface Proposals {
  waiting: readonly Proposed[];
  /** How many of those that came together were looked at, as long as others of them wait. */
  settled: number;
}

export const useProposals = create<Proposals>()(() => ({ waiting: [], settled: 0 }));

/** Shows it as soon as no other dialog is open. */
export function propose(proposed: Omit<Proposed, 'id'>): void {
  useProposals.setState(({ waiting }) => ({ waiting: [...waiting, { id: nanoid(), ...proposed }] }));
  whenNoDialog(showNext);
}

/** Takes it off the list, whether it became an article or not; main lets go of its file. */
export function settle(proposed: Proposed): void {
  useProposals.setState(({ waiting, settled }) => {
    const left = waiting.filter((other) => other !== proposed);
    return { waiting: left, settled: left.length === 0 ? 0 : settled + waiting.length - left.length };
  });
  if (proposed.file) void client.call('import.drop', { fileId: proposed.file.fileId });
  if (useProposals.getState().waiting.length === 0 && useDialogs.getState().open === 'preview') closeDialog();
}

/** Takes all off the list that wait to be articles. */
export function settleAll(): void {
  useProposals.getState().waiting.forEach(settle);
}

/** Takes what waits to be an article as the next draft of one. */
export function takeAsDraft(proposed: Proposed, articleId: string, proposal: DraftProposal): void {
  const taken = { ...proposed, proposal, draftOf: articleId };
  useProposals.setState(({ waiting }) => ({
    waiting: waiting.map((other) => (other === proposed ? taken : other)),
  }));
}

/** Takes what waits to be a draft as an article of its own. */
export function takeAsArticle(proposed: Proposed): void {
  useProposals.setState(({ waiting }) => ({
    waiting: waiting.map((other) => (other === proposed ? { ...proposed, draftOf: null } : other)),
  }));
}

function showNext(): void {
  if (useProposals.getState().waiting.length > 0) openDialog('preview');
}

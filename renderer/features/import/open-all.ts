import type { DraftProposal } from '../../../shared/import/proposal';
import type { Proposed } from '../../state/drafts/proposals';
import { isCancelled, runTask, tellProgress } from '../../state/tasks';
import { openProposal } from './import-steps';

/** What is to be opened: a proposal with what the reviewer changed of it. */
interface ToOpen {
  proposed: Proposed;
  proposal: DraftProposal;
}

/**
 * Makes articles of several, one after another, until that is cancelled by the id that `begun` is told; those that are in
 * the library then. Where the first can't be opened, the others are not tried.
 */
export async function openAll(all: readonly ToOpen[], begun: (taskId: string) => void): Promise<Proposed[]> {
  const open = async (taskId: string) => {
    begun(taskId);
    const opened: Proposed[] = [];
    for (const [index, { proposed, proposal }] of all.entries()) {
      if (isCancelled(taskId) || (index > 0 && opened.length === 0)) break;
      tellProgress(taskId, proposal.title, index, all.length);
      if (await openProposal(proposal)) opened.push(proposed);
    }
    return opened;
  };
  const [only, ...others] = all;
  if (only && others.length === 0) return (await openProposal(only.proposal)) ? [only.proposed] : [];
  return runTask('Opening', open, { onArticle: false });
}

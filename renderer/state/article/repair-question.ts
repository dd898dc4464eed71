import { create } from 'zustand';
import type { RepairChoiceId, RepairQuestion } from '../../../shared/contract/repair';
import { client } from '../client';
import { openDialog, runWhenNoDialog } from '../dialogs';
import { clearErrors, showError } from '../notices';
import { currentSession } from './open-review';

/** How the article on the screen may be repaired; null when there is nothing to ask. */
export const useRepairQuestion = create<{ articleId: string; question: RepairQuestion } | null>()(() => null);

/** Asks how to repair an article that is shown now, once no other dialog is open. */
export function askHowToRepair(articleId: string, question: RepairQuestion): void {
  useRepairQuestion.setState({ articleId, question }, true);
  runWhenNoDialog(() => {
    if (currentSession()?.articleId === articleId) openDialog('repair');
  });
}

/** Repairs the article as chosen; it has to be shown again then. False when it could not be; an error says why. */
export async function repairArticle(articleId: string, choice: RepairChoiceId): Promise<boolean> {
  const answer = await client.call('review.repair', { articleId, choice });
  if (answer.ok) clearErrors('damage');
  else showError(answer.error.message, 'article');
  return answer.ok;
}

import { create } from 'zustand';
import { judgementSchema } from '../../shared/domain/claim';
import { signVerdicts } from '../../shared/domain/claims/sign-verdicts';
import type { Edit } from '../../shared/domain/history/change';
import { currentSession } from './article/open-review';
import { updatePreferences, usePreferences } from './preferences';

/** Claims that were judged without a name since the window was opened. Saving the name signs these verdicts as well. */
const unsignedIds = new Set<string>();

const useHasUnsigned = create<{ hasUnsigned: boolean }>()(() => ({ hasUnsigned: false }));

/** Whether the card asks for the reviewer's name: a verdict was set without one, and nobody has answered yet. */
export function useIsAskedForName(): boolean {
  const { hasUnsigned } = useHasUnsigned();
  return usePreferences(({ reviewer, askedForName }) => hasUnsigned && reviewer === null && !askedForName);
}

/** Notes the verdicts in the edits of a step that carry no name. */
export function noteUnsignedVerdicts(edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (edit.table !== 'claims' || 'delete' in edit) continue;
    const judged = judgementSchema.safeParse(
      'create' in edit ? edit.create.judged : edit.update.after.judged,
    );
    if (!judged.success || judged.data.by !== null) continue;
    unsignedIds.add(edit.id);
    useHasUnsigned.setState({ hasUnsigned: true });
  }
}

/** Stores the reviewer's name, and signs the verdicts of the open article that were set without one since the window was opened. */
export async function saveReviewerName(name: string): Promise<void> {
  // Stored first, because main writes the stored name into the history.
  await updatePreferences({ reviewer: name, askedForName: true });
  const session = currentSession();
  if (session && !session.readOnly && usePreferences.getState().reviewer === name)
    session.apply(signVerdicts(session.review, unsignedIds, name));
}

/** Remembers that nobody wants to be asked again. The status bar and the settings take the name later. */
export async function declineNameQuestion(): Promise<void> {
  await updatePreferences({ askedForName: true });
}

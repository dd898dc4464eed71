import { nanoid } from 'nanoid';
import { create } from 'zustand';
import { judgementSchema } from '#shared/domain/base/claim.ts';
import { signVerdicts } from '#shared/domain/claims/set-verdict.ts';
import type { EditContext, Step } from '#shared/domain/review/step.ts';
import { updatePreferences, usePreferences } from '../base/preferences.ts';
import { currentSession } from './open-review.ts';
import type { Session } from './session.ts';
import { useTopic } from './use-session.ts';

/** The reviewer's name, the time now and a source of new ids, for an edit that is made now. */
export function currentEditContext(): EditContext {
  const { reviewer } = usePreferences.getState();
  return { by: reviewer, at: new Date().toISOString(), newId: () => nanoid() };
}

/** Claims that were judged here without a name since the window was opened. Saving the name signs these verdicts as well. */
const unsignedIds = new Set<string>();

interface NameQuestion {
  hasUnsigned: boolean;
  /** The answer that is being typed. It stays when another claim is shown. */
  typed: string;
}

export const useNameQuestion = create<NameQuestion>()(() => ({ hasUnsigned: false, typed: '' }));

/** Whether the card asks for the reviewer's name: a verdict was set without one, and nobody has answered yet. */
export function useIsAskedForName(): boolean {
  const { hasUnsigned } = useNameQuestion();
  return usePreferences(({ reviewer, askedForName }) => hasUnsigned && reviewer === null && !askedForName);
}

/** Notes the verdicts that a step of the reviewer sets without a name. Those of an imported file are others'. */
export function noteUnsignedVerdicts({ action, edits }: Step): void {
  if (action !== 'claim.verdict' && action !== 'claim.mark') return;
  for (const edit of edits) {
    if (edit.table !== 'claims' || 'delete' in edit) continue;
    const judged = judgementSchema.safeParse(
      'create' in edit ? edit.create.judged : edit.update.after.judged,
    );
    if (!judged.success || judged.data.by !== null) continue;
    unsignedIds.add(edit.id);
    useNameQuestion.setState({ hasUnsigned: true });
  }
}

/** Stores the reviewer's name, and signs the verdicts of the open article that were set without one since the window was opened. */
export async function saveReviewerName(name: string): Promise<void> {
  // Stored first, because main writes the stored name into the history.
  await updatePreferences({ reviewer: name, askedForName: true });
  const session = currentSession();
  if (session && usePreferences.getState().reviewer === name) session.apply(makeSignature(session, name));
}

/** The step that signs what was judged here before the name was known; null when there is nothing to sign. */
function makeSignature({ review, readOnly }: Session, name: string | null): Step | null {
  return readOnly || name === null ? null : signVerdicts(review, unsignedIds, name);
}

/** Whether verdicts of the open article were set here without a name, and the name is known now. */
export function useCanSign(): boolean {
  const name = usePreferences(({ reviewer }) => reviewer);
  return useTopic('claims', (session) => makeSignature(session, name) !== null);
}

/** Puts the name on these verdicts. */
export function signEarlierVerdicts(session: Session): void {
  session.apply(makeSignature(session, usePreferences.getState().reviewer));
}

/** Remembers that nobody wants to be asked again. The status bar and the settings take the name later. */
export async function declineNameQuestion(): Promise<void> {
  await updatePreferences({ askedForName: true });
}

import { nanoid } from 'nanoid';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { newSentences, untouched } from '../../../shared/drafts/new-sentences';
import type { Span } from '../../../shared/text/span';
import { client } from '../client';
import { say, settleProblems } from '../notices';
import type { Session } from '../review/session';
import { useSession, useShownClaims, useTable } from '../review/session-context';

/** The sentences of the draft on the screen with words that the draft before had not; none of a first draft. */
const useNewText = create<{ draftId: string | null; sentences: readonly Span[] }>()(() => ({
  draftId: null,
  sentences: [],
}));

/** Drafts never change, so each is compared once. */
async function find({ articleId, review, draft }: Session): Promise<void> {
  const before = [...review.drafts.values()].find(({ number }) => number === draft.number - 1);
  useNewText.setState({ draftId: draft.id, sentences: [] });
  settleProblems('newText');
  if (!before) return;
  const drafts = { beforeId: before.id, afterId: draft.id };
  const answer = await client.call('draft.compare', { taskId: nanoid(), articleId, ...drafts });
  if (useNewText.getState().draftId !== draft.id) return;
  if (answer.ok && answer.value) useNewText.setState({ sentences: newSentences(draft, answer.value) });
  // Looked for again when the draft is shown the next time.
  else useNewText.setState({ draftId: null });
  if (!answer.ok) say(answer.error.message, 'newText');
}

/** Has the new text of the draft on the screen found. */
export function useFindNewText(): void {
  const session = useSession();
  useEffect(() => {
    if (useNewText.getState().draftId !== session.draft.id) void find(session);
  }, [session]);
}

/** The new sentences of the draft on the screen that no claim and no dismissal touches: nobody may have read them. */
export function useUnreadText(): readonly Span[] {
  const { review, draft } = useSession();
  const sentences = useNewText(({ draftId, sentences: found }) => (draftId === draft.id ? found : none));
  const shown = useShownClaims();
  const dismissed = useTable('dismissals');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number differs when a dismissal does
  return useMemo(() => {
    if (sentences.length === 0) return none;
    const dismissals = [...review.dismissals.values()].filter(({ draftId }) => draftId === draft.id);
    return untouched(sentences, [...shown, ...dismissals]);
  }, [sentences, shown, dismissed]);
}

const none: readonly Span[] = [];

import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { assessCoverage } from '../../../shared/coverage/assess-coverage';
import { listDismissals } from '../../../shared/coverage/dismissal-edits';
import { findNewSentences } from '../../../shared/drafts/find-new-sentences';
import type { SpottedSpan } from '../../../shared/spotting/spotted-span';
import type { Span } from '../../../shared/text/span';
import { client } from '../client';
import { clearErrors, showError } from '../notices';
import { useReading } from '../reading/reading';
import type { Session } from '../review/session';
import { useOutline, useSession, useTable } from '../review/use-session';
import { runBackgroundTask } from '../tasks';

/** The sentences of a draft with words that are not in the draft before. A first draft has none of them. */
const useNewText = create<{ draftId: string | null; sentences: readonly Span[] }>()(() => ({
  draftId: null,
  sentences: [],
}));

const noSpans: readonly Span[] = [];
const noSpots: readonly SpottedSpan[] = [];

/** Finds the new text of the draft on the screen. */
export function useLoadNewText(): void {
  const session = useSession();
  useEffect(() => {
    if (useNewText.getState().draftId !== session.draft.id) void loadNewText(session);
  }, [session]);
}

/** Drafts never change, so each is compared once. */
async function loadNewText({ articleId, review, draft }: Session): Promise<void> {
  const before = [...review.drafts.values()].find(({ number }) => number === draft.number - 1);
  useNewText.setState({ draftId: draft.id, sentences: [] });
  clearErrors('newText');
  if (!before) return;
  const drafts = { beforeId: before.id, afterId: draft.id };
  const answer = await runBackgroundTask((taskId) =>
    client.call('draft.compare', { taskId, articleId, ...drafts }),
  );
  if (useNewText.getState().draftId !== draft.id) return;
  if (answer.ok && answer.value) useNewText.setState({ sentences: findNewSentences(draft, answer.value) });
  // After a failure the drafts are compared again when the draft is shown the next time.
  else useNewText.setState({ draftId: null });
  if (!answer.ok) showError(answer.error.message, 'newText');
}

/** The new sentences of the draft on the screen that were not looked at, or only partly, by the rules of coverage. */
export function useUnreviewedText(): readonly Span[] {
  const { review, draft } = useSession();
  const sentences = useNewText((newText) => (newText.draftId === draft.id ? newText.sentences : noSpans));
  const spots = useReading()?.spots ?? noSpots;
  const outline = useOutline();
  const dismissalRevision = useTable('dismissals');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  return useMemo(() => {
    if (sentences.length === 0) return noSpans;
    const { states } = assessCoverage({
      text: draft.text,
      sentences,
      spots,
      claims: outline.map(({ span }) => span),
      dismissals: listDismissals(review, draft.id).map(({ span }) => span),
    });
    return sentences.filter((_, index) => states[index] === 'notLookedAt' || states[index] === 'partly');
  }, [sentences, spots, outline, dismissalRevision]);
}

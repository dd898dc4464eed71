import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { assessCoverage, type Coverage } from '#shared/coverage/assess-coverage.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import { findNewSentences } from '#shared/drafts/find-new-sentences.ts';
import type { SpottedSpan } from '#shared/spotting/rules/spotted-span.ts';
import type { Span } from '#shared/text/span.ts';
import { client } from '../base/client.ts';
import { clearErrors, showError } from '../base/notices.ts';
import { usePreferences } from '../base/preferences.ts';
import { runBackgroundTask } from '../base/tasks.ts';
import { currentSession } from '../review/open-review.ts';
import type { Session } from '../review/session.ts';
import { useArticle, useOutline, useSession, useTable } from '../review/use-session.ts';
import {
  getReading,
  getReadingBasis,
  type Reading,
  readDraftInWorker,
  subscribeToReading,
  useReading,
  wasRead,
} from './reading.ts';

/** The sentences of a draft with words that are not in the draft before. A first draft has none of them. */
const useNewText = create<{ draftId: string | null; sentences: readonly Span[] }>()(() => ({
  draftId: null,
  sentences: [],
}));

const noSpans: readonly Span[] = [];

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

/** The inputs of coverage, so that it is computed again only when one of them changes. */
interface Basis {
  reading: Reading;
  claims: readonly Span[];
  dismissals: readonly Span[];
}

interface KnownCoverage extends Basis {
  coverage: Coverage<SpottedSpan>;
}

const noSpots: readonly SpottedSpan[] = [];

const useKnownCoverage = create<{ known: KnownCoverage | null }>()(() => ({ known: null }));

/** Which sentences of the draft on the screen were read, soon after each edit; null until the whole draft was searched. */
export function useCoverage(): Coverage<SpottedSpan> | null {
  const { draft } = useSession();
  return useKnownCoverage(({ known }) =>
    known?.reading.draftId === draft.id && known.reading.isComplete ? known.coverage : null,
  );
}

/**
 * The spotted spans of the draft on the screen that no claim touches and that are not dismissed, in order of place. None while they
 * are not wanted, so that nothing is rendered when they change.
 */
export function useOutstandingSpots(areWanted = true): readonly SpottedSpan[] {
  const { draft } = useSession();
  return useKnownCoverage(({ known }) =>
    areWanted && known?.reading.draftId === draft.id ? known.coverage.outstandingSpots : noSpots,
  );
}

/**
 * Coverage of the draft on the screen after the last edit, of what was found up to now; null before anything was. Costs two
 * milliseconds in an article of 50,000 words, so it is for commands, and not for what an edit itself does.
 */
export function getCoverage(): Coverage<SpottedSpan> | null {
  const [session, reading] = [currentSession(), getReading()];
  if (!session || !reading) return null;
  const { review, draft } = session;
  const basis = {
    reading,
    claims: session.outline().map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
  };
  const { known } = useKnownCoverage.getState();
  if (known && isSameBasis(known, basis)) return known.coverage;
  const { sentences, spots } = reading;
  const { claims, dismissals } = basis;
  const coverage = assessCoverage({ text: draft.text, sentences, spots, claims, dismissals });
  useKnownCoverage.setState({ known: { ...basis, coverage } });
  return coverage;
}

function isSameBasis(a: Basis, b: Basis): boolean {
  return a.reading === b.reading && isSameList(a.claims, b.claims) && isSameList(a.dismissals, b.dismissals);
}

/** Whether the lists have the same objects: spans are replaced, never mutated. */
function isSameList(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, index) => span === b[index]);
}

/** Longest that reading and coverage wait for a moment without other work, in milliseconds. */
const idleTimeoutMs = 300;

/** Reads the draft on the screen once it is shown, and keeps its coverage up to date, never within an edit. */
export function useReadArticle(): void {
  const session = useSession();
  const { draft } = session;
  const article = useArticle();
  const isSpotting = usePreferences(({ spotting }) => spotting);
  const basis = getReadingBasis(draft, article, isSpotting);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a review that is loaded again has an equal draft
  useEffect(() => {
    if (wasRead(basis)) return;
    let cancel = () => {};
    const request = requestIdleCallback(
      () => {
        cancel = readDraftInWorker(draft, article, isSpotting);
      },
      { timeout: idleTimeoutMs },
    );
    return () => {
      cancelIdleCallback(request);
      cancel();
    };
  }, [basis]);
  useEffect(() => {
    let request = 0;
    const schedule = () => {
      cancelIdleCallback(request);
      request = requestIdleCallback(() => void getCoverage(), { timeout: idleTimeoutMs });
    };
    schedule();
    const ends = [session.subscribe('outline', schedule), subscribeToReading(schedule)];
    return () => {
      cancelIdleCallback(request);
      for (const end of ends) end();
    };
  }, [session]);
}

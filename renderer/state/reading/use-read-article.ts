import { useEffect } from 'react';
import { getArticle } from '../../../shared/domain/review/review';
import { usePreferences } from '../preferences';
import { useSession } from '../review/use-session';
import { getCoverage } from './coverage';
import { readDraft, subscribeToReading, wasRead } from './reading';

/** Longest that reading and coverage wait for a moment without other work, in milliseconds. */
const idleTimeoutMs = 300;

/** Reads the draft on the screen once it is shown, and keeps its coverage up to date, never within an edit. */
export function useReadArticle(): void {
  const session = useSession();
  const { draft } = session;
  const isSpotting = usePreferences(({ spotting }) => spotting);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a review that is loaded again has an equal draft
  useEffect(() => {
    if (wasRead(draft.id, isSpotting)) return;
    let cancel = () => {};
    const request = requestIdleCallback(
      () => {
        cancel = readDraft(draft, getArticle(session.review), isSpotting);
      },
      { timeout: idleTimeoutMs },
    );
    return () => {
      cancelIdleCallback(request);
      cancel();
    };
  }, [draft.id, isSpotting]);
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

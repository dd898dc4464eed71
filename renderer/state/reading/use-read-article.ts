import { useEffect } from 'react';
import { usePreferences } from '../preferences';
import { useArticle, useSession } from '../review/use-session';
import { getCoverage } from './coverage';
import { getReadingBasis, readDraft, subscribeToReading, wasRead } from './reading';

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
        cancel = readDraft(draft, article, isSpotting);
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

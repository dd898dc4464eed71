import { useEffect } from 'react';
import { client } from '../client';
import { usePreferences } from '../preferences';
import { useSession } from '../review/use-session';
import { useCoverage } from './coverage';
import { useQueries } from './open-queries';

/**
 * Tells main how far reading the article is whenever that changes, for the list of the library, which would have to read every
 * article for it. Only of what is saved: after a later change main would take the counts for those of that one.
 */
export function useCountReading(): void {
  const session = useSession();
  const isSpotting = usePreferences(({ spotting }) => spotting);
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length;
  const { articleId, readOnly } = session;
  useEffect(() => {
    if (readOnly || !coverage || openQueries === undefined) return;
    let isCurrent = true;
    const revision = session.revision();
    const send = async () => {
      const isSaved = await session.waitUntilSaved();
      if (!isSaved || !isCurrent || session.revision() !== revision) return;
      const reading = { isSpotting, coverage: coverage.counts, openQueries };
      // The list is a cache: where this fails, it says nothing of reading.
      await client.call('library.countReading', { articleId, reading });
    };
    void send();
    return () => {
      isCurrent = false;
    };
  }, [session, articleId, readOnly, isSpotting, coverage, openQueries]);
}

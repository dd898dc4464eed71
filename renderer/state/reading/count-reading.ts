import { useEffect } from 'react';
import type { Input } from '../../../shared/contract/commands/commands';
import { currentSession } from '../article/open-review';
import { client } from '../client';
import { refreshArticles } from '../library/library';
import { usePreferences } from '../preferences';
import type { Session } from '../review/session';
import { useSession } from '../review/use-session';
import { getCoverage, useCoverage } from './coverage';
import { useQueries } from './open-queries';

type Counts = Input<'library.countReading'>['reading'];

let latest: Counts | null = null;

/**
 * Reports to main how far reading the article is after every saved change, for the list of the library, which would have to read every
 * article for it.
 */
export function useCountReading(): void {
  const session = useSession();
  const isSpotting = usePreferences(({ spotting }) => spotting);
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length;
  useEffect(() => {
    if (session.readOnly || !coverage || openQueries === undefined) return;
    const report = () => {
      // The counts on the screen may be those of the edit before.
      const { counts } = getCoverage() ?? coverage;
      void send(session, { isSpotting, coverage: counts, openQueries });
    };
    report();
    // Main takes the counts for the history as it is now, so a change that leaves them alone reports them again.
    return session.subscribe('saving', () => {
      if (session.saveState().state === 'saved') report();
    });
  }, [session, isSpotting, coverage, openQueries]);
}

/** Only of what is saved, and not after a later change, for whose counts main would take these. */
async function send(session: Session, reading: Counts): Promise<void> {
  latest = reading;
  const { articleId } = session;
  const revision = session.revision();
  const isSaved = await session.waitUntilSaved();
  if (!isSaved || latest !== reading || session.revision() !== revision) return;
  // The list is a cache: where this fails, it says nothing of reading.
  const answer = await client.call('library.countReading', { articleId, reading });
  if (answer.ok && currentSession() === null) await refreshArticles();
}

import { useEffect } from 'react';
import type { Input } from '../../../shared/contract/commands/commands';
import { currentSession } from '../article/open-review';
import { client } from '../client';
import { refreshArticles } from '../library/library';
import { usePreferences } from '../preferences';
import type { Session } from '../review/session';
import { useSession } from '../review/use-session';
import { useCoverage } from './coverage';
import { useQueries } from './open-queries';

type Counts = Input<'library.countReading'>['reading'];

let latest: Counts | null = null;

/**
 * Reports to main how far reading the article is whenever that changes, for the list of the library, which would have to read every
 * article for it.
 */
export function useCountReading(): void {
  const session = useSession();
  const isSpotting = usePreferences(({ spotting }) => spotting);
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length;
  useEffect(() => {
    if (session.readOnly || !coverage || openQueries === undefined) return;
    void send(session, { isSpotting, coverage: coverage.counts, openQueries });
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

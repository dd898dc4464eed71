import { useMemo } from 'react';
import type { DismissedQuery } from '../../../../shared/domain/dismissed-query';
import { getQueryKey, sortByDismissal } from '../../../../shared/queries/dismissals';
import type { Query } from '../../../../shared/queries/query';
import { useReading } from '../../../state/reading/reading';
import { useSession, useTable } from '../../../state/review/use-session';

/** A query with a key for its row, which differs from the keys of queries with the same words elsewhere. */
export interface KeyedQuery {
  key: string;
  query: Query;
}

interface Queries {
  open: KeyedQuery[];
  dismissed: { query: Query; dismissal: DismissedQuery }[];
}

/** The queries of the draft on the screen, open or dismissed. */
export function useQueries(): Queries {
  const { review, draft } = useSession();
  const reading = useReading();
  const revision = useTable('dismissedQueries');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table changes in place, and the revision with it
  return useMemo(() => {
    const found = reading?.draftId === draft.id ? reading.queries : [];
    const { open, dismissed } = sortByDismissal(found, draft.text, review.dismissedQueries.values());
    const keyed = open.map((query) => ({
      key: `${query.places[0].start} ${getQueryKey(query, draft.text)}`,
      query,
    }));
    return { open: keyed, dismissed };
  }, [reading, review, draft, revision]);
}

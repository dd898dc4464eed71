import { useDeferredValue, useMemo, useState } from 'react';
import { findInReview } from '../../../shared/domain/review/find-in-review';
import type { Span } from '../../../shared/text/span';
import { useListedClaims, useSession, useTable } from '../../state/review/use-session';
import { getSearchableText, useFind } from '../../state/view/find';
import { type GroupName, listResultGroups, type ResultGroup } from './list-results';

const noMatches: readonly Span[] = [];

interface GroupedResults {
  /** The query of these results, which may be behind what is typed. */
  query: string;
  groups: ResultGroup[];
  showMore: (group: GroupName) => void;
}

/**
 * The results in the article and in everything about it, in groups. They follow what is typed as soon as there is time: the
 * letter that was typed and the matches in the article come first.
 */
export function useGroupedResults(): GroupedResults {
  const { review, draft } = useSession();
  const query = useDeferredValue(
    useFind((find) => find.searched),
    '',
  );
  const matches = useDeferredValue(
    useFind((find) => find.matches),
    noMatches,
  );
  const claims = useListedClaims();
  const revision = `${useTable('claims')} ${useTable('sources')} ${useTable('evidence')} ${useTable('proposedEvidence')}`;
  const [wanted, setWanted] = useState<{ query: string; groups: ReadonlySet<GroupName> }>({
    query: '',
    groups: new Set(),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables change in place, and the revision with them
  const found = useMemo(
    () => findInReview(review, claims, { text: draft.text, searchable: getSearchableText(draft) }, query),
    [review, draft, claims, query, revision],
  );
  const groups = useMemo(
    () => listResultGroups(draft.text, matches, found, wanted.query === query ? wanted.groups : new Set()),
    [draft, matches, found, wanted, query],
  );
  return {
    query,
    groups,
    showMore: (group) =>
      setWanted((before) => ({
        query,
        groups: new Set(before.query === query ? [...before.groups, group] : [group]),
      })),
  };
}

import { useEffect, useMemo, useState } from 'react';
import type { LastChanges } from '../../../shared/domain/claims/list/claim-filter';
import { client } from '../client';
import { showError } from '../notices';
import type { ListedClaim } from './outline';
import { useSession } from './use-session';

const none: LastChanges = new Map();

/**
 * When each claim was changed last: from the history, which main reads when this is wanted first, and from the steps since. Empty
 * until main has answered. `claims` are those that are shown: other ones mean that something was changed.
 */
export function useLastChanges(isWanted: boolean, claims: readonly ListedClaim[]): LastChanges {
  const session = useSession();
  const [stored, setStored] = useState<LastChanges>(none);
  useEffect(() => {
    if (!isWanted) return;
    let isStale = false;
    void client.call('review.lastChanges', { articleId: session.articleId }).then((answer) => {
      if (isStale) return;
      if (answer.ok) setStored(new Map(answer.value.map(({ claimId, at }) => [claimId, at])));
      else showError(answer.error.message);
    });
    return () => {
      isStale = true;
    };
  }, [session, isWanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the changes of the session grow with each edit of the claims
  return useMemo(
    () => (isWanted ? new Map([...stored, ...session.lastChanges()]) : none),
    [isWanted, stored, session, claims],
  );
}

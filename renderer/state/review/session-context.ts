import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Article } from '../../../shared/domain/article';
import { type QueuedClaim, queueOf } from '../../../shared/domain/review/queue';
import { articleOf, rowsOf } from '../../../shared/domain/review/review';
import type { Entities, TableName } from '../../../shared/domain/review/tables';
import type { ListedClaim, ShownClaim, WaitingClaim } from './outline';
import type { Saving } from './save-queue';
import type { Session, Topic } from './session';

export const SessionContext = createContext<Session | null>(null);

/** The open review. Only under a `SessionContext` that has one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no review is open here');
  return session;
}

/** A value read from the session, again whenever the topic is told. The value must be the same object while it is equal. */
export function useTopic<T>(topic: Topic, read: (session: Session) => T): T {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe(topic, listener),
    [session, topic],
  );
  return useSyncExternalStore(subscribe, () => read(session));
}

export function useEntity<T extends TableName>(table: T, id: string): Entities[T] | undefined {
  return useTopic(`${table}/${id}`, ({ review }) => rowsOf(review, table).get(id));
}

/** Paints anew when anything of the table changes; the number differs then. */
export function useTable(table: TableName): number {
  return useTopic(table, (session) => session.revision());
}

export function useArticle(): Article {
  const id = articleOf(useSession().review).id;
  return useTopic(`article/${id}`, ({ review }) => articleOf(review));
}

/** The claims that stand in the draft, in reading order. */
export function useShownClaims(): readonly ShownClaim[] {
  return useTopic('shown', (session) => session.shown());
}

const nothing: readonly QueuedClaim[] = [];

/** The claims that wait for the reviewer since the draft came in. */
export function useQueue(): readonly QueuedClaim[] {
  const { review, draft, isPast } = useSession();
  const hasQueue = draft.number > 1 && !isPast;
  // Marking claims in a first draft paints nothing anew here.
  const revision = useTopic(hasQueue ? 'placements' : 'drafts', (session) =>
    hasQueue ? session.revision() : 0,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables change in place, and the revision with them
  return useMemo(() => (hasQueue ? queueOf(review, draft) : nothing), [review, draft, hasQueue, revision]);
}

/** The claims that wait for a place in the draft. */
export function useWaitingClaims(): readonly WaitingClaim[] {
  return useTopic('shown', (session) => session.waiting());
}

/** All claims that count: in reading order, then those that wait for a place. */
export function useListedClaims(): readonly ListedClaim[] {
  const shown = useShownClaims();
  const waiting = useWaitingClaims();
  return useMemo(() => (waiting.length === 0 ? shown : [...shown, ...waiting]), [shown, waiting]);
}

export function useShownClaim(claimId: string | null): ShownClaim | undefined {
  return useTopic('shown', (session) => (claimId === null ? undefined : session.shownById().get(claimId)));
}

/** The number a claim has now; a primitive, so that its other changes paint nothing. */
export function useClaimNumber(claimId: string | null): number | null {
  return useTopic('shown', (session) =>
    claimId === null ? null : (session.shownById().get(claimId)?.number ?? null),
  );
}

export function useSaving(): Saving {
  return useTopic('saving', (session) => session.saving());
}

import { useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Article } from '#shared/domain/base/article.ts';
import type { LastChanges } from '#shared/domain/claims/claim-filter.ts';
import { getReviewQueue, type QueuedClaim } from '#shared/domain/claims/review-queue.ts';
import { getArticle, getTable } from '#shared/domain/review/review.ts';
import type { Entities, TableName } from '#shared/domain/review/tables.ts';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import { type Direction, detectDirection } from '#shared/text/characters/direction.ts';
import type { Span } from '#shared/text/span.ts';
import { client } from '../base/client.ts';
import { showError } from '../base/notices.ts';
import { SessionContext } from './open-review.ts';
import type { ListedClaim, OutlineClaim, UnplacedClaim } from './outline.ts';
import type { SaveState } from './save-queue.ts';
import type { Session, Topic } from './session.ts';

const emptyQueue: readonly QueuedClaim[] = [];

/** The open review. Throws outside a `SessionContext` that has one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no review is open here');
  return session;
}

/** A value read from the session, and read again when the topic changes. `read` returns the same object for an equal value. */
export function useTopic<T>(topic: Topic, read: (session: Session) => T): T {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => session.subscribe(topic, listener),
    [session, topic],
  );
  return useSyncExternalStore(subscribe, () => read(session));
}

export function useEntity<T extends TableName>(table: T, id: string): Entities[T] | undefined {
  return useTopic(`${table}/${id}`, ({ review }) => getTable(review, table).get(id));
}

/** A number that differs whenever a row of the table changes, so that the component renders again. */
export function useTable(table: TableName): number {
  return useTopic(table, (session) => session.revision());
}

export function useArticle(): Article {
  const id = getArticle(useSession().review).id;
  return useTopic(`article/${id}`, ({ review }) => getArticle(review));
}

/** The claims with a span in the draft, in reading order. */
export function useOutline(): readonly OutlineClaim[] {
  return useTopic('outline', (session) => session.outline());
}

/** The claims that have no span in the draft yet. */
export function useUnplacedClaims(): readonly UnplacedClaim[] {
  return useTopic('outline', (session) => session.unplaced());
}

/** All claims that count: those of the outline, then those without a span. */
export function useListedClaims(): readonly ListedClaim[] {
  const outline = useOutline();
  const unplaced = useUnplacedClaims();
  return useMemo(() => (unplaced.length === 0 ? outline : [...outline, ...unplaced]), [outline, unplaced]);
}

export function useOutlineClaim(claimId: string | null): OutlineClaim | undefined {
  return useTopic('outline', (session) =>
    claimId === null ? undefined : session.outlineById().get(claimId),
  );
}

/** The number of a claim in the outline. Other changes of the claim render nothing. */
export function useClaimNumber(claimId: string | null): number | null {
  return useTopic('outline', (session) =>
    claimId === null ? null : (session.outlineById().get(claimId)?.number ?? null),
  );
}

/** The claims that need the reviewer since the draft was added. */
export function useQueue(): readonly QueuedClaim[] {
  const { review, draft, isPast } = useSession();
  const hasQueue = draft.number > 1 && !isPast;
  // A first draft has no queue, so marking claims in it renders nothing here.
  const revision = useTopic(hasQueue ? 'placements' : 'drafts', (session) =>
    hasQueue ? session.revision() : 0,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables change in place, and the revision with them
  return useMemo(
    () => (hasQueue ? getReviewQueue(review, draft) : emptyQueue),
    [review, draft, hasQueue, revision],
  );
}

export function useSaveState(): SaveState {
  return useTopic('saving', (session) => session.saveState());
}

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

/** The language of the article: as the reviewer corrected it, or as it was imported. */
export function useLanguage(): string | null {
  const { draft } = useSession();
  return useArticle().language ?? draft.language;
}

/** The direction of words of the article: that of the block with the span, or without a span their own. */
export function useDirectionAt(span: Span | null, words: string): Direction {
  const { draft } = useSession();
  const language = useLanguage();
  return span ? getBlockDirection(draft, span, language) : detectDirection(words, language);
}

/** The direction of words of the article: their own, or that of the article's language when they have no letters. */
export function useDirection(words: string): Direction {
  return detectDirection(words, useLanguage());
}

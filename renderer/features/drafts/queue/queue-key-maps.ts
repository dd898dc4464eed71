import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import type { Span } from '../../../../shared/text/span';
import type { Session } from '../../../state/review/session';
import { goToQueueIndex } from '../../../state/view/navigate';
import { closeDrawer } from '../../../state/view/panels';
import type { QueueView } from '../../../state/view/review-view';
import { createQueueActions, type QueueAction } from './queue-actions';
import { confirmAllKey, type QueueKeyMap } from './queue-keys';
import { closeQueue } from './queue-navigation';
import { attachToSpan, confirmVerdicts } from './queue-steps';
import { findQueuedClaim } from './queued-claims';

/** At most this many candidate spans have a number key. */
export const maxNumberKeys = 9;

interface QueueKeyOptions {
  session: Session;
  view: QueueView;
  queued: QueuedClaim;
  actions: readonly QueueAction[];
  /** The spans that the claim can be attached to. */
  candidates: readonly Span[];
  /** The claims whose verdicts A confirms together; none when there are fewer than two. */
  confirmable: readonly QueuedClaim[];
  onUndo: () => void;
}

/** Creates the keys of the queue, and the keys while the row of a claim in the list has the focus. */
export function createQueueKeyMaps(options: QueueKeyOptions): {
  keys: QueueKeyMap;
  getKeysOnRow: (claimId: string) => QueueKeyMap;
} {
  const { session, queued, actions, candidates, confirmable, onUndo } = options;
  const { placementIds, index } = options.view;
  const generalKeys = new Map<string, () => void>([
    ['nextClaim', () => goToQueueIndex(index + 1)],
    ['previousClaim', () => goToQueueIndex(index - 1)],
    ['ESCAPE', () => closeDrawer() || closeQueue()],
    ...(confirmable.length > 0 ? [[confirmAllKey, () => confirmVerdicts(confirmable)] as const] : []),
  ]);
  const keys = new Map<string, () => void>([
    ...listKeys(actions),
    ...candidates
      .slice(0, maxNumberKeys)
      .map((span, at) => [String(at + 1), () => attachToSpan(queued, span)] as const),
    ...generalKeys,
  ]);
  // The keys go to a claim of the queue first. For any other claim they are left to the window.
  const getKeysOnRow = (claimId: string): QueueKeyMap => {
    if (claimId === queued.claim.id) return keys;
    const rowIndex = placementIds.findIndex((id) => findQueuedClaim(session, id)?.claim.id === claimId);
    const rowClaim = findQueuedClaim(session, placementIds[rowIndex]);
    if (!rowClaim) return generalKeys;
    const rowKeys = listKeys(createQueueActions(rowClaim, onUndo)).map(([key, run]) => {
      const goAndRun = () => {
        goToQueueIndex(rowIndex);
        run();
      };
      return [key, goAndRun] as const;
    });
    return new Map([...rowKeys, ...generalKeys]);
  };
  return { keys, getKeysOnRow };
}

function listKeys(actions: readonly QueueAction[]): (readonly [string, () => void])[] {
  return actions.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const));
}

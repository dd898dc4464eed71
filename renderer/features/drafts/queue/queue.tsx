import { type CSSProperties, useEffect, useRef } from 'react';
import { getClaimStatus } from '../../../../shared/domain/claims/recheck';
import { useDialogs } from '../../../state/dialogs';
import { usePastDraft } from '../../../state/drafts/past-draft';
import { useSession, useTable } from '../../../state/review/use-session';
import type { QueueView } from '../../../state/view/review-view';
import { useFooterHeight, useNoticesHeight } from '../../../ui/notices-height';
import { compareClaim } from './claim-comparison';
import { createQueueActions } from './queue-actions';
import { QueueComparison } from './queue-comparison';
import { QueueFooter } from './queue-footer';
import { QueueHeader } from './queue-header';
import { createQueueKeyMaps } from './queue-key-maps';
import { QueueKeys } from './queue-keys';
import { goToNextWaiting } from './queue-navigation';
import { QueueReason } from './queue-reason';
import styles from './queue.module.css';
import { findQueuedClaim, isWaiting, listClaimsWithChangedSentence } from './queued-claims';

interface QueueProps {
  view: QueueView;
  onUndo: () => void;
}

/**
 * The claims of a new draft that need review, one by one. The parts of this folder:
 *
 * - On the screen: `queue-header.tsx`, `queue-comparison.tsx` (the claim's sentence before and now), `queue-reason.tsx` (why it
 *   needs review) and `queue-footer.tsx` (what can be done).
 * - The comparison: `queued-claims.ts`, `claim-comparison.ts`, `claim-sentence.ts`, `claim-sentence-view.tsx`.
 * - What can be done: `queue-navigation.ts` (open, next, postpone, close), `queue-steps.ts` (verdict, attach, retire) and
 *   `attach-claim.ts` with `attach-bar.tsx` (attach the claim to words selected in the article).
 * - Keys: `queue-actions.ts` and `queue-key-maps.ts` say which key does what, `queue-keys.tsx` listens.
 */
export function Queue({ view, onUndo }: QueueProps) {
  const { placementIds, index } = view;
  const session = useSession();
  useTable('placements');
  useTable('claims');
  const { review, draft } = session;
  const section = useRef<HTMLElement>(null);
  const queued = findQueuedClaim(session, placementIds[index]);
  const claimId = queued?.claim.id ?? null;
  const isGone = queued === null;
  const hasDialog = useDialogs(({ open }) => open !== null);
  const previousRow = [...review.drafts.values()].find(({ number }) => number === draft.number - 1);
  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);
  const footerHeight = useFooterHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--notices-height' | '--footer-height', string> = {
    '--notices-height': `${noticesHeight}px`,
    '--footer-height': `${footerHeight}px`,
  };
  const previous = usePastDraft(session, previousRow?.id ?? null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys work wherever the queue is
  useEffect(() => {
    // A dialog that closes gives the focus back to an element that may be gone.
    if (hasDialog) return;
    requestAnimationFrame(() => {
      // Every claim is read from its start, however far the one before it was scrolled.
      section.current?.scrollIntoView({ block: 'start' });
      section.current?.focus({ preventScroll: true });
    });
  }, [index, claimId, hasDialog]);

  // The claim can be deleted on its card.
  useEffect(() => {
    if (isGone) goToNextWaiting(session);
  }, [isGone, session]);

  if (isGone) return null;
  const { claim, placement } = queued;
  const comparison = compareClaim(review, draft, previous, queued);
  const actions = createQueueActions(queued, onUndo);
  const candidates = placement.span ? [] : placement.candidates;
  const sentenceChanged = listClaimsWithChangedSentence(session, placementIds);
  const confirmable = sentenceChanged.length > 1 ? sentenceChanged : [];
  const waitingIds = placementIds.filter((id) => isWaiting(session, id));
  const keyMaps = createQueueKeyMaps({ session, view, queued, actions, candidates, confirmable, onUndo });

  return (
    <div className={styles.desk} style={style}>
      <QueueKeys {...keyMaps} onUndo={onUndo} />
      <section
        ref={section}
        className={styles.queue}
        aria-label={`Claims of draft ${draft.number} that need review`}
        tabIndex={-1}
        data-main-area
      >
        <QueueHeader placementIds={placementIds} index={index} waitingIds={new Set(waitingIds)} />
        <QueueComparison
          queued={queued}
          comparison={comparison}
          status={getClaimStatus(review, draft, claim, placement.span)}
          candidates={candidates}
        />
        <QueueReason queued={queued} comparison={comparison} />
        <QueueFooter
          actions={actions}
          confirmable={confirmable}
          position={waitingIds.indexOf(placement.id) + 1}
          waitingCount={waitingIds.length}
        />
      </section>
    </div>
  );
}

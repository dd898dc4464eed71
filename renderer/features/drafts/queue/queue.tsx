import { useEffect, useRef } from 'react';
import { standingOf } from '../../../../shared/domain/claims/recheck';
import { standingLooks } from '../../../../shared/domain/verdict';
import { counted } from '../../../../shared/text/format/count-of';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { isolate } from '../../../../shared/text/format/isolate';
import { useDialogs } from '../../../state/dialogs';
import { usePastDraft } from '../../../state/drafts/past-drafts';
import { closeDrawer } from '../../../state/reading/panels';
import { goToQueued, type QueueView } from '../../../state/review/review-view';
import { useSession, useTable } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { PassageView } from './passage-view';
import { compared, passageAt } from './passages';
import styles from './queue.module.css';
import { actionsOn, figures } from './queue-actions';
import { QueueKeys } from './queue-keys';
import {
  changedAround,
  choosePlace,
  confirmTogether,
  goOn,
  leaveQueue,
  queuedAt,
  waitsAt,
} from './queue-steps';
import { QueueWhy } from './queue-why';

interface QueueProps {
  view: QueueView;
  onUndo: () => void;
}

/** The claims of a new draft that need the reviewer, one by one: how the words were, how they are, and what to do. */
export function Queue({ view: { placementIds, at }, onUndo }: QueueProps) {
  const session = useSession();
  useTable('placements');
  useTable('claims');
  const { review, draft } = session;
  const frame = useRef<HTMLElement>(null);
  const queued = queuedAt(session, placementIds[at]);
  const claimId = queued?.claim.id ?? null;
  const isThere = queued !== null;
  const hasDialog = useDialogs(({ open }) => open !== null);
  const before = [...review.drafts.values()].find(({ number }) => number === draft.number - 1);
  const past = usePastDraft(session, before?.id ?? null);
  const together = changedAround(session, placementIds);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys work wherever the queue is
  useEffect(() => {
    // A dialog that closes gives the focus back to what may be gone.
    if (!hasDialog) requestAnimationFrame(() => frame.current?.focus());
  }, [at, claimId, hasDialog]);

  // The claim may be deleted on its card.
  useEffect(() => {
    if (!isThere) goOn(session);
  }, [isThere, session]);

  if (!queued) return null;
  const { claim, placement } = queued;
  const pair = compared(review, draft, past, queued);
  const standing = standingOf(review, draft, claim, placement.span);
  const isChanged = [...pair.changes.words, ...pair.changes.around].some(({ material }) => material);
  const actions = actionsOn(queued, isChanged, onUndo);
  const places = placement.span ? [] : placement.candidates;
  const waiting = placementIds.filter((id) => waitsAt(session, id));
  const left = new Set(waiting);
  const position = waiting.indexOf(placement.id) + 1;

  const ofQueue = new Map<string, () => void>([
    ['J', () => goToQueued(at + 1)],
    ['K', () => goToQueued(at - 1)],
    ['ESCAPE', () => closeDrawer() || leaveQueue()],
    ...(together.length > 1 ? [['A', () => confirmTogether(together)] as const] : []),
  ]);
  const keys = new Map<string, () => void>([
    ...actions.map(({ key, run }) => [key, run] as const),
    ...places
      .slice(0, figures)
      .map((place, index) => [String(index + 1), () => choosePlace(queued, place)] as const),
    ...ofQueue,
  ]);
  /** A claim of the queue is gone to first; any other is left to the keys of the window. */
  const keysOnRow = (rowId: string) => {
    if (rowId === claim.id) return keys;
    const index = placementIds.findIndex((id) => queuedAt(session, id)?.claim.id === rowId);
    const there = queuedAt(session, placementIds[index]);
    if (!there) return ofQueue;
    const onRow = actionsOn(there, false, onUndo).map(({ key, run }) => {
      const goAndRun = () => {
        goToQueued(index);
        run();
      };
      return [key, goAndRun] as const;
    });
    return new Map([...onRow, ...ofQueue]);
  };

  return (
    <div className={styles.desk}>
      <QueueKeys keys={keys} keysOnRow={keysOnRow} />
      <section
        ref={frame}
        className={styles.queue}
        aria-label={`Claims of draft ${draft.number} that need you`}
        tabIndex={-1}
        data-focus-home
      >
        <header className={styles.top}>
          <h1>
            Draft {draft.number}: {counted(waiting.length, 'claim needs', 'claims need')} you
          </h1>
          <div className={styles.steps} aria-hidden="true">
            {placementIds.map((id, index) => (
              <i
                key={id}
                className={`${left.has(id) ? '' : styles.done} ${index === at ? styles.now : ''}`}
              />
            ))}
          </div>
          <Button kind="quiet" onPress={leaveQueue}>
            Close
          </Button>
        </header>
        <div className={styles.pair}>
          <div>
            <h2>
              Draft {pair.oldNumber} · {standingLooks[claim.verdict].inSentence}
              {claim.judged?.by ? ` by ${isolate(claim.judged.by)}` : ''}
            </h2>
            <PassageView passage={pair.old} standing={claim.verdict} side="old" />
          </div>
          <div>
            <h2>Draft {draft.number} · now</h2>
            {pair.now && <PassageView passage={pair.now} standing={standing} side="now" />}
            {!pair.now && places.length === 0 && <p className={styles.nowhere}>Nowhere in this draft.</p>}
            {places.length > 0 && (
              <ol
                className={styles.places}
                aria-label={places.length === 1 ? 'Place to confirm' : 'Places to choose among'}
              >
                {places.map((span, index) => (
                  <li key={span.start}>
                    <Button
                      {...(index < figures && { shortcut: String(index + 1) })}
                      onPress={() => choosePlace(queued, span)}
                    >
                      This place
                    </Button>
                    <PassageView passage={passageAt(draft, span)} standing="recheck" side="now" />
                  </li>
                ))}
              </ol>
            )}
          </div>
        </div>
        <QueueWhy queued={queued} compared={pair} />
        <footer className={styles.actions}>
          {actions.map(({ key, label, run, isPrimary }) => (
            <Button key={key} kind={isPrimary ? 'primary' : 'plain'} shortcut={key} onPress={run}>
              {label}
            </Button>
          ))}
          {together.length > 1 && (
            <Button shortcut="A" onPress={() => confirmTogether(together)}>
              {`Confirm all ${shownNumber(together.length)} whose sentence changed`}
            </Button>
          )}
          <span className={styles.place}>
            {position === 0 ? 'Looked at' : `${shownNumber(position)} of ${shownNumber(waiting.length)}`} · J
            and K go on and back
          </span>
        </footer>
      </section>
    </div>
  );
}

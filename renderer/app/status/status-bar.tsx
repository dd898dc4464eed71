import { countByStatus, countOpen, countTotal } from '../../../shared/domain/review/progress';
import { claimStatuses, statusLooks } from '../../../shared/domain/verdict';
import { formatNumber } from '../../../shared/text/format/format-number';
import { ReadingStatus } from '../../features/reading/reading-status';
import { openDialog } from '../../state/dialogs';
import { usePreferences } from '../../state/preferences';
import { getProgressParts } from '../../state/review/progress-parts';
import { useListedClaims } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import { useFooterRef } from '../../ui/notices-height';
import { commands } from '../commands/commands';
import { SavingStatus } from './saving-status';
import styles from './status-bar.module.css';
import { TaskStatus } from './task-status';

interface StatusBarProps {
  areListsShown: boolean;
  isCardShown: boolean;
  /** Whether there is a card to show. */
  hasCard: boolean;
}

/** The bar at the foot of a review: the claims by status, running tasks and the save state. */
export function StatusBar({ areListsShown, isCardShown, hasCard }: StatusBarProps) {
  const footer = useFooterRef();
  const progress = countByStatus(useListedClaims().map(({ status }) => status));
  // Asked for here, and not in a dialog at the first verdict, which would take the keys for the next claims.
  const hasVerdicts = progress.verified + progress.disputed + progress.unverifiable > 0;
  const isUnsigned = usePreferences(({ reviewer }) => reviewer === null) && hasVerdicts;
  const counts = claimStatuses
    .filter((status) => status !== 'recheck' || progress.recheck > 0)
    .map((status) => `${formatNumber(progress[status])} ${statusLooks[status].inSentence}`);
  return (
    <footer ref={footer} className={styles.status}>
      <Button kind="quiet" onPress={commands.toggleClaims}>
        {areListsShown ? 'Hide lists' : 'Show lists'}
      </Button>
      <span className={styles.meter}>
        <ProgressMeter parts={getProgressParts(progress)} total={countTotal(progress)} />
      </span>
      <span className={styles.counts}>
        {counts.join(' · ')}
        {/* Without claims to re-check, the open claims are the unchecked ones, which are listed already. */}
        {progress.recheck > 0 && ` · ${formatNumber(countOpen(progress))} open`}
      </span>
      <ReadingStatus onPress={commands.nextUnread} />
      <span className={styles.grow} />
      {isUnsigned && (
        <Button kind="quiet" onPress={() => openDialog('reviewer')}>
          Sign with your name…
        </Button>
      )}
      <TaskStatus />
      <SavingStatus />
      <Button kind="quiet" onPress={commands.toggleCard} isDisabled={!hasCard}>
        {isCardShown ? 'Hide card' : 'Show card'}
      </Button>
    </footer>
  );
}

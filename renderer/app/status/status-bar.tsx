import { openOf, progressOf, totalOf } from '../../../shared/domain/review/progress';
import { standingLooks, standings } from '../../../shared/domain/verdict';
import { shownNumber } from '../../../shared/text/format/format-number';
import { useListedClaims } from '../../state/review/session-context';
import { standingParts } from '../../state/review/standing-parts';
import { Button } from '../../ui/button';
import { Meter } from '../../ui/layout/meter';
import { commands } from '../commands';
import { SavingStatus } from './saving-status';
import styles from './status-bar.module.css';
import { TaskStatus } from './task-status';

interface StatusBarProps {
  claimsShown: boolean;
  cardShown: boolean;
  /** Whether there is a card to show. */
  hasCard: boolean;
}

export function StatusBar({ claimsShown, cardShown, hasCard }: StatusBarProps) {
  const progress = progressOf(useListedClaims().map(({ standing }) => standing));
  const counts = standings
    .filter((standing) => standing !== 'recheck' || progress.recheck > 0)
    .map((standing) => `${shownNumber(progress[standing])} ${standingLooks[standing].inSentence}`);
  return (
    <footer className={styles.status}>
      <Button kind="quiet" onPress={commands.toggleClaims}>
        {claimsShown ? 'Hide lists' : 'Show lists'}
      </Button>
      <span className={styles.meter}>
        <Meter parts={standingParts(progress)} total={totalOf(progress)} />
      </span>
      <span className={styles.counts}>
        {counts.join(' · ')}
        {/* Where nothing is to be checked again, the open claims are the unchecked ones. */}
        {progress.recheck > 0 && ` · ${shownNumber(openOf(progress))} open`}
      </span>
      <span className={styles.grow} />
      <TaskStatus />
      <SavingStatus />
      <Button kind="quiet" onPress={commands.toggleCard} isDisabled={!hasCard}>
        {cardShown ? 'Hide card' : 'Show card'}
      </Button>
    </footer>
  );
}

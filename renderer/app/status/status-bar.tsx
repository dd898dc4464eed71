import { useDeferredValue, useMemo } from 'react';
import { countByStatus, countOpen, type Progress } from '../../../shared/domain/review/progress';
import { describeProgress } from '../../../shared/domain/review/reading-progress';
import { claimStatuses, judgedVerdicts, statusLooks } from '../../../shared/domain/verdict';
import { formatNumber } from '../../../shared/text/format/numbers';
import { capitalize } from '../../../shared/text/format/wording';
import { ReadingStatus } from '../../features/reading/reading-status';
import { openDialog } from '../../state/dialogs';
import { signEarlierVerdicts, useCanSign } from '../../state/name-question';
import { usePreferences } from '../../state/preferences';
import { useCoverage } from '../../state/reading/coverage';
import { useQueries } from '../../state/reading/open-queries';
import { getCheckMeter } from '../../state/review/check-meter';
import { useListedClaims, useSession } from '../../state/review/use-session';
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
  return (
    <footer ref={footer} className={styles.status}>
      <Button kind="quiet" onPress={commands.toggleClaims}>
        {areListsShown ? 'Hide lists' : 'Show lists'}
      </Button>
      <ClaimCounts />
      <ReadingStatus onPress={commands.nextUnread} />
      <span className={styles.grow} />
      <SignButton />
      <TaskStatus />
      <SavingStatus />
      <Button kind="quiet" onPress={commands.toggleCard} isDisabled={!hasCard}>
        {isCardShown ? 'Hide card' : 'Show card'}
      </Button>
    </footer>
  );
}

/** The claims by status, one frame after an edit, so that the words of the article do not wait for their counts. */
function useProgress(): Progress {
  const claims = useDeferredValue(useListedClaims());
  return useMemo(() => countByStatus(claims.map(({ status }) => status)), [claims]);
}

function ClaimCounts() {
  const progress = useProgress();
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length ?? null;
  const reading = coverage && { coverage: coverage.counts, openQueries };
  const description = describeProgress(progress, reading);
  const counts = claimStatuses
    .filter((status) => status !== 'recheck' || progress.recheck > 0)
    .map((status) => {
      const { inSentence, glyph } = statusLooks[status];
      const count = formatNumber(progress[status]);
      return { inFull: `${count} ${inSentence}`, short: `${glyph} ${count}` };
    });
  return (
    <>
      <span className={styles.meter} data-tip={`${capitalize(description)}.`}>
        <ProgressMeter {...getCheckMeter(progress, reading)} />
      </span>
      <span className={styles.counts}>
        <span className={styles.full}>
          {counts.map(({ inFull }) => inFull).join(' · ')}
          {/* Without claims to re-check, the open claims are the unchecked ones, which are listed already. */}
          {progress.recheck > 0 && ` · ${formatNumber(countOpen(progress))} open`}
        </span>
        <span className="screen-reader-only"> {capitalize(description)}.</span>
        <span className={styles.short} aria-hidden="true" data-tip={`${capitalize(description)}.`}>
          {counts.map(({ short }) => short).join('  ')}
        </span>
      </span>
    </>
  );
}

/**
 * Asks for the name once there is a verdict: here, and not in a dialog, which would take the keys for the next claims. With the name
 * known, it signs what was judged before.
 */
function SignButton() {
  const session = useSession();
  const progress = useProgress();
  const isUnsigned = usePreferences(({ reviewer }) => reviewer === null);
  if (useCanSign())
    return (
      <Button kind="quiet" onPress={() => signEarlierVerdicts(session)}>
        Sign your verdicts
      </Button>
    );
  const isAnyJudged = judgedVerdicts.some((verdict) => progress[verdict] > 0);
  if (session.readOnly || !isUnsigned || !isAnyJudged) return null;
  return (
    <Button kind="quiet" onPress={() => openDialog('reviewer')}>
      Sign with your name…
    </Button>
  );
}

import { countByStatus } from '../../../shared/domain/review/progress';
import { describeProgress, isAllChecked } from '../../../shared/domain/review/reading-progress';
import { capitalize } from '../../../shared/text/format/end-sentence';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { useCoverage } from '../../state/reading/coverage';
import { useQueries } from '../../state/reading/open-queries';
import { getCheckMeter } from '../../state/review/check-meter';
import { useArticle, useListedClaims } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import { TimeLeft } from '../../ui/text/time-left';
import styles from './overview.module.css';

interface OpenWorkProps {
  /** In milliseconds since the epoch. */
  now: number;
  onSetDeadline: () => void;
}

/** The deadline, and how far the check is until then, with the bar and the words of the library. */
export function OpenWork({ now, onSetDeadline }: OpenWorkProps) {
  const { deadline } = useArticle();
  const claims = useListedClaims();
  const coverage = useCoverage();
  const openQueries = useQueries()?.open.length ?? null;
  const progress = countByStatus(claims.map(({ status }) => status));
  const reading = coverage && { coverage: coverage.counts, openQueries };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <section className={styles.facts} aria-label="Open until the deadline">
      <p>
        {deadline === null ? (
          'No deadline.'
        ) : (
          <>
            Deadline: {formatDateTime(deadline, timeZone)},{' '}
            <TimeLeft
              deadline={deadline}
              now={now}
              isLate={Date.parse(deadline) < now && !isAllChecked(progress, reading)}
            />
            .
          </>
        )}{' '}
        <Button kind="quiet" onPress={onSetDeadline}>
          {deadline === null ? 'Set a deadline…' : 'Change…'}
        </Button>
      </p>
      <p>
        <ProgressMeter {...getCheckMeter(progress, reading)} />{' '}
        {capitalize(describeProgress(progress, reading))}.
      </p>
    </section>
  );
}

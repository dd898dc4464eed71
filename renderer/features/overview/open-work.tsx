import { isOpen } from '../../../shared/domain/verdict';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { joinList } from '../../../shared/text/format/join-list';
import { useCoverage } from '../../state/reading/coverage';
import { useQueries } from '../../state/reading/open-queries';
import { useArticle, useListedClaims } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { TimeLeft } from '../../ui/text/time-left';
import styles from './overview.module.css';

interface OpenWorkProps {
  /** In milliseconds since the epoch. */
  now: number;
  onSetDeadline: () => void;
}

/** The deadline, and everything that is open until then. */
export function OpenWork({ now, onSetDeadline }: OpenWorkProps) {
  const { deadline } = useArticle();
  const claims = useListedClaims();
  const coverage = useCoverage();
  const queries = useQueries()?.open ?? [];
  const openClaims = claims.filter(({ status }) => isOpen(status)).length;
  const parts = [
    openClaims > 0 && formatCount(openClaims, 'open claim'),
    coverage && coverage.counts.unread > 0 && formatCount(coverage.counts.unread, 'unread sentence'),
    queries.length > 0 && formatCount(queries.length, 'open query', 'open queries'),
  ].filter((part) => typeof part === 'string');
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
              isLate={Date.parse(deadline) < now && (parts.length > 0 || claims.length === 0)}
            />
            .
          </>
        )}{' '}
        <Button kind="quiet" onPress={onSetDeadline}>
          {deadline === null ? 'Set a deadline…' : 'Change…'}
        </Button>
      </p>
      <p>{parts.length === 0 ? 'Nothing is open.' : `Still open: ${joinList(parts)}.`}</p>
    </section>
  );
}

import type { TimelinePoint } from '../../../shared/domain/overview/verdict-timeline';
import { judgedVerdicts, statusLooks, verdicts } from '../../../shared/domain/verdict';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatNumber } from '../../../shared/text/format/format-number';
import { ChartSection } from './chart-section';
import { TimelineChart } from './timeline-chart';

interface TimelineSectionProps {
  points: readonly TimelinePoint[];
  /** In milliseconds since the epoch. */
  now: number;
  showsTable: boolean;
}

/** The number of claims with each verdict over time. */
export function TimelineSection({ points, now, showsTable }: TimelineSectionProps) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const last = points.at(-1);
  const judged = last ? judgedVerdicts.reduce((sum, verdict) => sum + last.counts[verdict], 0) : 0;
  const total = last ? judged + last.counts.unchecked : 0;
  return (
    <ChartSection
      title="Verdicts over time"
      summary={
        total === 0
          ? 'There are no claims yet.'
          : `${formatNumber(judged)} of ${formatCount(total, 'claim')} judged. Verdicts count as they were set, whether they need a re-check since then or not.`
      }
      showsTable={showsTable}
      table={{
        columns: ['From', ...verdicts.map((verdict) => statusLooks[verdict].label)],
        rows: points.map(({ at, counts }) => ({
          key: at,
          cells: [formatDateTime(at, timeZone), ...verdicts.map((verdict) => formatNumber(counts[verdict]))],
        })),
      }}
    >
      <TimelineChart points={points} now={now} />
    </ChartSection>
  );
}

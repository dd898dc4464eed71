import type { ReactNode } from 'react';
import type { ArticleFigures, TimelinePoint } from '../../../shared/domain/overview';
import { sourceKindLabels } from '../../../shared/domain/source';
import { judgedVerdicts, statusLooks, verdicts } from '../../../shared/domain/verdict';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatCount, formatNumber } from '../../../shared/text/format/numbers';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Checkbox } from '../../ui/fields/field';
import { BarChart, ChartSection, TimelineChart } from './charts';
import styles from './overview.module.css';

interface EvidenceSectionProps {
  figures: ArticleFigures;
  /** A sentence about verified claims whose evidence or correction says otherwise; null or absent for none. */
  caveats?: string | null;
  showsTable: boolean;
}

/** The evidence by the kind of its source. */
export function EvidenceSection({ figures, caveats = null, showsTable }: EvidenceSectionProps) {
  const { evidence, singleSourced, unsourced } = figures;
  const total = evidence.reduce((sum, { count }) => sum + count, 0);
  return (
    <ChartSection
      title="Evidence by kind"
      summary={`${formatCount(total, 'piece')} of evidence. ${formatCount(unsourced, 'claim')} without a source, ${formatNumber(singleSourced)} with one source only.${caveats === null ? '' : ` ${caveats}`}`}
      showsTable={showsTable}
      table={{
        columns: ['Kind of source', 'Evidence'],
        rows: evidence.map(({ kind, count }) => ({
          key: kind,
          cells: [sourceKindLabels[kind], formatNumber(count)],
        })),
      }}
    >
      <BarChart
        bars={evidence.map(({ kind, count }) => ({
          key: kind,
          label: sourceKindLabels[kind],
          parts: [{ tone: 'unchecked', amount: count }],
        }))}
      />
    </ChartSection>
  );
}

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

interface OverviewFrameProps {
  title: string;
  size?: 'wide' | 'huge';
  showsTables: boolean;
  onShowTables: (showsTables: boolean) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The dialog of an overview, with the choice between drawings and tables. */
export function OverviewFrame({
  title,
  size = 'wide',
  showsTables,
  onShowTables,
  onClose,
  children,
}: OverviewFrameProps) {
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <span className={styles.choice}>
            <Checkbox isSelected={showsTables} onChange={onShowTables}>
              Show numbers as tables
            </Checkbox>
          </span>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import { sourceKindLabels } from '#shared/domain/base/source.ts';
import { judgedVerdicts, statusLooks, verdicts } from '#shared/domain/base/verdict.ts';
import type { ArticleFigures, TimelinePoint } from '#shared/domain/library/overview.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { BarChart, ChartSection, OverviewContext, TimelineChart } from './charts.tsx';
import styles from './overview.module.css';

interface EvidenceSectionProps {
  figures: ArticleFigures;
  /** A sentence about verified claims whose evidence or correction says otherwise; null or absent for none. */
  caveats?: string | null;
}

export function EvidenceSection({ figures, caveats = null }: EvidenceSectionProps) {
  const { evidence, singleSourced, unsourced } = figures;
  const total = evidence.reduce((sum, { count }) => sum + count, 0);
  return (
    <ChartSection
      title="Evidence by kind"
      summary={`${formatCount(total, 'piece')} of evidence. ${formatCount(unsourced, 'claim')} without a source, ${formatNumber(singleSourced)} with one source only.${caveats === null ? '' : ` ${caveats}`}`}
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

export function TimelineSection({ points }: { points: readonly TimelinePoint[] }) {
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
      table={{
        columns: ['From', ...verdicts.map((verdict) => statusLooks[verdict].label)],
        rows: points.map(({ at, counts }) => ({
          key: at,
          cells: [formatDateTime(at, timeZone), ...verdicts.map((verdict) => formatNumber(counts[verdict]))],
        })),
      }}
    >
      <TimelineChart points={points} />
    </ChartSection>
  );
}

interface OverviewFrameProps {
  title: string;
  size?: 'wide' | 'huge';
  onClose: () => void;
  children: ReactNode;
}

/** The dialog of an overview. It chooses between drawings and tables for the sections in it. */
export function OverviewFrame({ title, size = 'wide', onClose, children }: OverviewFrameProps) {
  const [showsTables, setShowsTables] = useState(false);
  const [now] = useState(() => Date.now());
  return (
    <Dialog
      title={title}
      size={size}
      onClose={onClose}
      footer={
        <>
          <span className={styles.choice}>
            <Checkbox isSelected={showsTables} onChange={setShowsTables}>
              Show numbers as tables
            </Checkbox>
          </span>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <OverviewContext value={{ showsTables, now }}>{children}</OverviewContext>
    </Dialog>
  );
}

import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useCoverage } from '../../state/reading/coverage';
import { BarChart } from './charts/bar-chart';
import { ChartSection } from './charts/chart-section';

/** How many sentences are covered by claims, dismissed, or unread. */
export function CoverageSection({ showsTable }: { showsTable: boolean }) {
  const coverage = useCoverage();
  if (!coverage) return null;
  const { covered, dismissed, unread, total } = coverage.counts;
  const bars = [
    { key: 'covered', label: 'Covered by claims', parts: [{ tone: 'verified', amount: covered }] },
    { key: 'dismissed', label: 'Nothing to check', parts: [{ tone: 'unchecked', amount: dismissed }] },
    { key: 'unread', label: 'Unread', parts: [{ tone: 'unverifiable', amount: unread }] },
  ];
  return (
    <ChartSection
      title="Coverage"
      summary={`${formatNumber(total - unread)} of ${formatCount(total, 'sentence')} read.`}
      showsTable={showsTable}
      table={{
        columns: ['Sentences', 'Number'],
        rows: bars.map(({ key, label, parts }) => ({
          key,
          cells: [label, formatNumber(parts[0]?.amount ?? 0)],
        })),
      }}
    >
      <BarChart bars={bars} total={total} />
    </ChartSection>
  );
}

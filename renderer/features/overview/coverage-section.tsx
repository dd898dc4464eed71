import { getReadPercent } from '../../../shared/coverage/describe-coverage';
import { sentenceStateLabels, sentenceStates } from '../../../shared/domain/review/coverage-counts';
import { capitalize } from '../../../shared/text/format/end-sentence';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useCoverage } from '../../state/reading/coverage';
import { BarChart } from './bar-chart';
import { ChartSection } from './chart-section';

/** How many sentences are in each state of coverage. The bars have no colour of a verdict, because they are none. */
export function CoverageSection({ showsTable }: { showsTable: boolean }) {
  const coverage = useCoverage();
  if (!coverage) return null;
  const { counts } = coverage;
  const { total } = counts;
  const bars = sentenceStates.map((state) => ({
    key: state,
    label: capitalize(sentenceStateLabels[state]),
    parts: [{ tone: 'unchecked', amount: counts[state] }],
  }));
  return (
    <ChartSection
      title="Coverage"
      summary={`${getReadPercent(counts)}% of ${formatCount(total, 'sentence')} read.`}
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

import type { ArticleFigures } from '../../../shared/domain/overview/article-figures';
import { sourceKindLabels } from '../../../shared/domain/source';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { BarChart } from './bar-chart';
import { ChartSection } from './chart-section';

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

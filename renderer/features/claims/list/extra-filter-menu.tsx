import { memo } from 'react';
import {
  type ClaimCounts,
  type ExtraFilter,
  extraFilters,
  noFilter,
} from '../../../../shared/domain/claims/claim-filter';
import { evidenceGapLabels } from '../../../../shared/domain/claims/evidence-gaps';
import { statusLooks } from '../../../../shared/domain/verdict';
import { formatNumber } from '../../../../shared/text/format/format-number';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { MultiSelectMenu } from '../../../ui/choices/multi-select-menu';
import styles from './filters.module.css';

const extraLabels: Record<ExtraFilter, string> = {
  recheck: statusLooks.recheck.label,
  answered: 'Answered',
  resolved: 'Resolved',
  ...evidenceGapLabels,
};

function setExtras(extras: readonly ExtraFilter[]): void {
  useReviewView.setState(({ filter }) => ({ filter: { ...filter, extras } }));
}

interface ExtraFilterMenuProps {
  counts: ClaimCounts;
  chosen: readonly ExtraFilter[];
}

/** A menu of filters besides the verdict, each with its number of claims. */
export const ExtraFilterMenu = memo(function ExtraFilterMenu({ counts, chosen }: ExtraFilterMenuProps) {
  return (
    <div className={styles.extras}>
      <MultiSelectMenu
        label="More filters"
        options={extraFilters.map((extra) => ({
          value: extra,
          label: `${extraLabels[extra]} ${formatNumber(counts[extra])}`,
        }))}
        selected={chosen}
        onChange={setExtras}
      >
        {chosen.length === 0 ? 'More filters' : chosen.map((extra) => extraLabels[extra]).join(', ')}
      </MultiSelectMenu>
      {chosen.length > 0 && (
        <Button kind="quiet" onPress={() => setExtras(noFilter.extras)}>
          Clear
        </Button>
      )}
    </div>
  );
});

import { memo } from 'react';
import {
  type ClaimCounts,
  type ExtraFilter,
  extraFilters,
  noFilter,
} from '../../../../shared/domain/claims/claim-filter';
import { backingGapLabels } from '../../../../shared/domain/claims/evidence-gaps';
import { standingLooks } from '../../../../shared/domain/verdict';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { useReviewView } from '../../../state/review/review-view';
import { Button } from '../../../ui/button';
import { PickMenu } from '../../../ui/choices/pick-menu';
import styles from './filters.module.css';

const extraLabels: Record<ExtraFilter, string> = {
  recheck: standingLooks.recheck.label,
  ...backingGapLabels,
};

function setExtras(extras: readonly ExtraFilter[]): void {
  useReviewView.setState(({ filter }) => ({ filter: { ...filter, extras } }));
}

interface ExtraChoiceProps {
  counts: ClaimCounts;
  chosen: readonly ExtraFilter[];
}

/** What else the claims of the list have to lack, from a menu that tells how many there are of each. */
export const ExtraChoice = memo(function ExtraChoice({ counts, chosen }: ExtraChoiceProps) {
  return (
    <div className={styles.extras}>
      <PickMenu
        name="More filters"
        options={extraFilters.map((extra) => ({
          value: extra,
          label: `${extraLabels[extra]} ${shownNumber(counts[extra])}`,
        }))}
        chosen={chosen}
        onChange={setExtras}
      >
        {chosen.length === 0 ? 'More filters' : chosen.map((extra) => extraLabels[extra]).join(', ')}
      </PickMenu>
      {chosen.length > 0 && (
        <Button kind="quiet" onPress={() => setExtras(noFilter.extras)}>
          Clear
        </Button>
      )}
    </div>
  );
});

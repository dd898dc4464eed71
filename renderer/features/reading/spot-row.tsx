import { memo, useId } from 'react';
import type { SpottedSpan } from '../../../shared/spotting/spotted-span';
import { isolate } from '../../../shared/text/format/isolate';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { PlaceButton } from './place-button';
import styles from './reading-panel.module.css';

/** The effects of the buttons of a row, which other features have as well. */
export interface SpotActions {
  /** Makes a claim on the span, with its kind and claimant. */
  mark: (spot: SpottedSpan) => void;
  /** Remembers that there is nothing to check in the span. */
  dismiss: (spot: SpottedSpan) => void;
}

interface SpotRowProps {
  spot: SpottedSpan;
  actions: SpotActions;
}

/** One spotted span with its reason. Pressing it shows and selects the words in the article. */
export const SpotRow = memo(function SpotRow({ spot, actions }: SpotRowProps) {
  const { readOnly } = useSession();
  const titleId = useId();
  const { span, reason, claimant } = spot;
  const remark = claimant === null ? reason : `${reason} · ${isolate(claimant)}`;
  return (
    <div className={`${styles.row} ${styles.spot}`}>
      <PlaceButton id={titleId} span={span} maxLength={160} remark={remark} />
      {!readOnly && (
        <div className={styles.buttons}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => actions.mark(spot)}>
            Mark
          </Button>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => actions.dismiss(spot)}>
            Nothing to check
          </Button>
        </div>
      )}
    </div>
  );
});

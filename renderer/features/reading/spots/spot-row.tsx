import { memo, useId } from 'react';
import type { SpottedSpan } from '../../../../shared/spotting/spotted-span';
import { isolate } from '../../../../shared/text/format/isolate';
import { shorten } from '../../../../shared/text/format/shorten';
import { isSameSpan } from '../../../../shared/text/span';
import { useSession } from '../../../state/review/use-session';
import { useDirectionAt } from '../../../state/view/direction';
import { revealSpan, selectText } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import styles from '../reading-row.module.css';

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

/** Most words of a span that its row shows, in UTF-16 code units. */
const maxLength = 160;

/** One spotted span with its reason. Pressing it shows and selects the words in the article. */
export const SpotRow = memo(function SpotRow({ spot, actions }: SpotRowProps) {
  const { draft, readOnly } = useSession();
  const titleId = useId();
  const { span, reason, claimant } = spot;
  const words = shorten(draft.text.slice(span.start, span.end), maxLength);
  const isSelected = useReviewView(({ selection }) => selection !== null && isSameSpan(selection, span));
  return (
    <div className={`${styles.row} ${styles.spot}`} data-spot={span.start}>
      <button
        type="button"
        id={titleId}
        className={styles.place}
        aria-current={isSelected || undefined}
        onClick={() => {
          revealSpan(span);
          selectText(span);
        }}
      >
        <span dir={useDirectionAt(span, words)}>{words}</span>
        <small className={styles.reason}>
          {reason}
          {claimant !== null && ` · ${isolate(claimant)}`}
        </small>
      </button>
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

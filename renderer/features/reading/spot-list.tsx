import { memo, useId, useMemo } from 'react';
import type { SpottedSpan } from '../../../shared/spotting/spotted-span';
import { formatNumber } from '../../../shared/text/format/numbers';
import { isolate } from '../../../shared/text/format/wording';
import { openDialog } from '../../state/dialogs';
import { usePreferences } from '../../state/preferences';
import { useOutstandingSpots } from '../../state/reading/coverage';
import { useReading } from '../../state/reading/reading';
import { useArticle, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { VirtualList } from '../../ui/lists/virtual-list';
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
const SpotRow = memo(function SpotRow({ spot, actions }: SpotRowProps) {
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

const getKey = ({ span }: SpottedSpan) => `${span.start} ${span.end}`;

/** The spotted spans without a claim, those that are most worth checking first. */
export function SpotList({ actions }: { actions: SpotActions }) {
  const isOn = usePreferences(({ spotting }) => spotting);
  const outstanding = useOutstandingSpots();
  const { language } = useArticle();
  const limits = useReading()?.limits ?? null;
  // They come in order of place, and sorting keeps that among equals.
  const byScore = useMemo(() => outstanding.toSorted((a, b) => b.score - a.score), [outstanding]);
  if (!isOn) return null;
  return (
    <section className={styles.section} aria-label="Worth checking">
      <h3 className="section-heading">
        Worth checking{byScore.length > 0 && ` (${formatNumber(byScore.length)})`}
      </h3>
      {limits !== null && (
        <p>
          {limits}{' '}
          <Button kind="quiet" onPress={() => openDialog('details', 'language')}>
            {language === null ? 'Set the language…' : 'Change the language…'}
          </Button>
        </p>
      )}
      {byScore.length === 0 ? (
        <p>Every spotted word is in a claim or set aside.</p>
      ) : (
        <VirtualList label="Worth checking" items={byScore} getKey={getKey} estimatedRowHeight={76} isInline>
          {(spot) => <SpotRow spot={spot} actions={actions} />}
        </VirtualList>
      )}
    </section>
  );
}

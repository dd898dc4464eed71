import type { DraftPreview } from '../../../shared/drafts/carried-review';
import { carryOutcomeLabels, countCarriedClaims, countChangedTexts, listCarryCounts } from '../../../shared/drafts/count-outcomes';
import { formatNumber } from '../../../shared/text/format/format-number';
import styles from './add-draft-dialog.module.css';

interface LabelledCount {
  count: number;
  label: string;
  tone?: 'recheck' | 'disputed';
}

/**
 * How many claims are unchanged, moved, lost and so on in the new draft, how many sentences were not looked at, and what its comments and
 * notes add; each count is above its label.
 */
export function CarriedClaimCounts({ carried }: { carried: DraftPreview }) {
  const { recheck, unjudged } = countChangedTexts(carried.claims);
  const { droppedDismissals } = carried;
  const { notLookedAt, partly } = carried.coverage;
  const { claims, changedClaims } = carried.added;
  const counts: LabelledCount[] = [
    ...listCarryCounts(countCarriedClaims(carried.claims)).map(
      (one): LabelledCount => (one.label === carryOutcomeLabels.lost ? { ...one, tone: 'disputed' } : one),
    ),
    { count: recheck, label: 'of these to re-check', tone: 'recheck' },
    ...(unjudged > 0 ? [{ count: unjudged, label: 'of these unchecked, changed' }] : []),
    { count: carried.newWords, label: 'new words' },
    { count: notLookedAt, label: `${notLookedAt === 1 ? 'sentence' : 'sentences'} not looked at` },
    ...(partly > 0 ? [{ count: partly, label: `${partly === 1 ? 'sentence' : 'sentences'} partly` }] : []),
    ...(droppedDismissals > 0 ? [{ count: droppedDismissals, label: 'set aside, changed or gone' }] : []),
    ...(claims > 0 ? [{ count: claims, label: claims === 1 ? 'new claim' : 'new claims' }] : []),
    ...(changedClaims > 0 ? [{ count: changedClaims, label: 'with new evidence proposed' }] : []),
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ count, label, tone }) => (
        <div key={label} className={tone && count > 0 ? styles[tone] : undefined}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

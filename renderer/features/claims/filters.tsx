import { useMemo } from 'react';
import { type BackingGap, backingGaps } from '../../../shared/domain/backing';
import { openOf, progressOf } from '../../../shared/domain/progress';
import { standingLooks } from '../../../shared/domain/verdict';
import type { ShownClaim } from '../../state/outline';
import { type ClaimFilter, useReviewView } from '../../state/review-view';
import { useShownClaims } from '../../state/session-context';
import styles from './filters.module.css';

/** What comes and goes is only offered while there is something of it. */
const always: readonly ClaimFilter[] = ['all', 'open', 'verified', 'disputed', 'unverifiable', 'unchecked'];
const sometimes: readonly ClaimFilter[] = ['recheck', ...backingGaps];

/** Short, as there is little room; the rows of the list say it in full. */
const gapLabels: Record<BackingGap, string> = {
  noSource: 'No source',
  oneSource: 'One source',
  secondaryOnly: 'Secondary',
};

function isGap(filter: ClaimFilter): filter is BackingGap {
  return backingGaps.some((gap) => gap === filter);
}

function labelOf(filter: ClaimFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'open') return 'Open';
  if (isGap(filter)) return gapLabels[filter];
  return standingLooks[filter].label;
}

function countsOf(shown: readonly ShownClaim[]): Record<ClaimFilter, number> {
  const progress = progressOf(shown.map(({ standing }) => standing));
  const gaps = { noSource: 0, oneSource: 0, secondaryOnly: 0 };
  for (const { backing } of shown) for (const gap of backing.gaps) gaps[gap] += 1;
  return { ...progress, all: shown.length, open: openOf(progress), ...gaps };
}

/** Which claims the list shows, with how many there are of each. */
export function Filters() {
  const shown = useShownClaims();
  const filter = useReviewView((view) => view.filter);
  const counts = useMemo(() => countsOf(shown), [shown]);
  const offered = [...always, ...sometimes.filter((of) => counts[of] > 0 || of === filter)];
  return (
    <fieldset className={styles.filters}>
      <legend className="aside-voice">Show</legend>
      {offered.map((of) => (
        <button
          key={of}
          type="button"
          className={styles.chip}
          aria-pressed={of === filter}
          onClick={() => useReviewView.setState({ filter: of })}
        >
          {labelOf(of)} {counts[of]}
        </button>
      ))}
    </fieldset>
  );
}

import { standingLooks } from '../../../shared/domain/verdict';
import { type ClaimFilter, matchesFilter, useReviewView } from '../../state/review-view';
import { useShownClaims } from '../../state/session-context';
import styles from './filters.module.css';

/** What comes and goes is only offered while there is something of it. */
const always: readonly ClaimFilter[] = ['all', 'open', 'verified', 'disputed', 'unverifiable', 'unchecked'];
const sometimes: readonly ClaimFilter[] = ['recheck', 'noSource'];

function labelOf(filter: ClaimFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'open') return 'Open';
  if (filter === 'noSource') return 'No source';
  return standingLooks[filter].label;
}

/** Which claims the list shows, with how many there are of each. */
export function Filters() {
  const shown = useShownClaims();
  const filter = useReviewView((view) => view.filter);
  const count = (of: ClaimFilter) => shown.reduce((sum, claim) => sum + Number(matchesFilter(claim, of)), 0);
  const offered = [...always, ...sometimes.filter((of) => count(of) > 0 || of === filter)];
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
          {labelOf(of)} {count(of)}
        </button>
      ))}
    </fieldset>
  );
}

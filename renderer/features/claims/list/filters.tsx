import { useDeferredValue, useMemo } from 'react';
import {
  countClaims,
  noFilter,
  type VerdictFilter,
  verdictFilters,
} from '../../../../shared/domain/claims/claim-filter';
import { standingLooks } from '../../../../shared/domain/verdict';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { useReviewView } from '../../../state/review/review-view';
import { useListedClaims } from '../../../state/review/session-context';
import { SmallSelect } from '../../../ui/choices/small-select';
import { Fitting } from '../../../ui/text/fitting';
import { ExtraChoice } from './extra-choice';
import styles from './filters.module.css';

function verdictLabel(filter: VerdictFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'open') return 'Open';
  return standingLooks[filter].label;
}

function setVerdictFilter(verdict: VerdictFilter): void {
  useReviewView.setState(({ filter }) => ({ filter: { ...filter, verdict } }));
}

/** Which claims the list shows, with how many there are of each. Two rows at most, however narrow the panel is. */
export function Filters() {
  const claims = useListedClaims();
  const { verdict, extras } = useReviewView((view) => view.filter);
  const counts = useMemo(() => countClaims(claims), [claims]);
  return (
    <fieldset className={styles.filters}>
      <legend className="aside-voice">Show</legend>
      <Fitting
        wide={verdictFilters.map((filter) => (
          <VerdictChip key={filter} filter={filter} count={counts[filter]} isChosen={filter === verdict} />
        ))}
        narrow={
          <div className={styles.narrow}>
            <SmallSelect
              label="Verdict"
              options={verdictFilters.map((filter) => ({
                value: filter,
                label: `${verdictLabel(filter)} ${shownNumber(counts[filter])}`,
              }))}
              value={verdict}
              onChange={(value) =>
                setVerdictFilter(verdictFilters.find((filter) => filter === value) ?? noFilter.verdict)
              }
            />
          </div>
        }
      />
      {/* Its counts stand in a menu that is closed while claims are marked, so they may come a frame later. */}
      <ExtraChoice counts={useDeferredValue(counts)} chosen={extras} />
    </fieldset>
  );
}

function VerdictChip({
  filter,
  count,
  isChosen,
}: {
  filter: VerdictFilter;
  count: number;
  isChosen: boolean;
}) {
  const label = verdictLabel(filter);
  const glyph = filter === 'all' || filter === 'open' ? null : standingLooks[filter].glyph;
  return (
    <button
      type="button"
      className={`${styles.chip} ${filter}`}
      aria-pressed={isChosen}
      data-tip={glyph === null ? undefined : label}
      onClick={() => setVerdictFilter(filter)}
    >
      {glyph !== null && (
        <span className={styles.glyph} aria-hidden="true">
          {glyph}
        </span>
      )}
      <span className={glyph === null ? undefined : 'aside-voice'}>{label} </span>
      {shownNumber(count)}
    </button>
  );
}

import { useMemo } from 'react';
import {
  countClaims,
  isVerdictOnly,
  noFilter,
  type VerdictFilter,
  verdictFilters,
} from '../../../../shared/domain/claims/list/claim-filter';
import { statusLooks } from '../../../../shared/domain/verdict';
import { formatNumber } from '../../../../shared/text/format/format-number';
import type { ListedClaim } from '../../../state/review/outline';
import { useReviewView } from '../../../state/view/review-view';
import { NativeSelect } from '../../../ui/choices/native-select';
import { getFieldDirection } from '../../../ui/fields/field-direction';
import { WideOrNarrow } from '../../../ui/layout/wide-or-narrow';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import styles from './filters.module.css';
import { SortMenu } from './sort-menu';

function getFilterLabel(filter: VerdictFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'open') return 'Open';
  return statusLooks[filter].label;
}

function setVerdictFilter(verdict: VerdictFilter): void {
  useReviewView.setState(({ filter }) => ({ filter: { ...filter, verdict } }));
}

/**
 * The filters of the claim list, by verdict with the number of claims, by what `filter-menu.tsx` lists, and by text; and its order. They
 * take two rows, however narrow the panel is, and another one for those that are on (`filter-chips.tsx`).
 */
export function Filters({ claims }: { claims: readonly ListedClaim[] }) {
  const filter = useReviewView((view) => view.filter);
  const { verdict, facets, text } = filter;
  const counts = useMemo(() => countClaims(claims), [claims]);
  return (
    <fieldset className={styles.filters}>
      <legend className="screen-reader-only">Show</legend>
      <WideOrNarrow
        wide={verdictFilters.map((filter) => (
          <VerdictChip key={filter} filter={filter} count={counts[filter]} isChosen={filter === verdict} />
        ))}
        narrow={
          <div className={styles.narrow}>
            <NativeSelect
              label="Verdict"
              options={verdictFilters.map((filter) => ({
                value: filter,
                label: `${getFilterLabel(filter)} ${formatNumber(counts[filter])}`,
              }))}
              value={verdict}
              onChange={(value) =>
                setVerdictFilter(verdictFilters.find((filter) => filter === value) ?? noFilter.verdict)
              }
            />
          </div>
        }
      />
      <div className={styles.tools}>
        <FilterMenu facets={facets} />
        <SortMenu />
        <input
          type="search"
          className={styles.search}
          aria-label="Filter by text"
          placeholder="Text"
          dir={getFieldDirection(text)}
          value={text}
          onChange={({ target }) => useReviewView.setState({ filter: { ...filter, text: target.value } })}
        />
      </div>
      {!isVerdictOnly(filter) && <FilterChips {...filter} />}
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
  const label = getFilterLabel(filter);
  const glyph = filter === 'all' || filter === 'open' ? null : statusLooks[filter].glyph;
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
      <span className={glyph === null ? undefined : 'screen-reader-only'}>{label} </span>
      {formatNumber(count)}
    </button>
  );
}

import { Check, ChevronDown, ChevronRight, X } from 'lucide-react';
import { memo, useMemo } from 'react';
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components';
import { claimKindLabels, claimKinds } from '../../../../shared/domain/claim';
import {
  type ChosenFacets,
  type ClaimFilter,
  countClaims,
  countFacet,
  type FacetName,
  facetNames,
  isVerdictOnly,
  noFilter,
  type VerdictFilter,
  verdictFilters,
} from '../../../../shared/domain/claims/claim-filter';
import {
  type EvidenceGap,
  evidenceGapLabels,
  evidenceGaps,
} from '../../../../shared/domain/claims/evidence-gaps';
import type { Review } from '../../../../shared/domain/review/review';
import { statusLooks } from '../../../../shared/domain/verdict';
import { formatNumber } from '../../../../shared/text/format/numbers';
import type { ListedClaim } from '../../../state/review/outline';
import { useListedClaims, useSession, useTable } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { NativeSelect } from '../../../ui/choices/native-select';
import optionList from '../../../ui/choices/option-list.module.css';
import { getFieldDirection } from '../../../ui/fields/field-direction';
import { WideOrNarrow } from '../../../ui/layout/wide-or-narrow';
import styles from './filters.module.css';
import { SortMenu } from './sort-menu';

const facetLabels: Record<FacetName, string> = {
  recheck: 'Re-check',
  evidence: 'Evidence',
  answer: 'Author’s answer',
  kind: 'Kind',
  tag: 'Tag',
  source: 'Source',
  claimant: 'Stated by',
  reviewer: 'Reviewer',
};

/** The labels for claims that have no value of a facet. */
const noneLabels: Record<FacetName, string> = {
  recheck: '',
  evidence: '',
  answer: '',
  kind: 'No kind',
  tag: 'No tag',
  source: '',
  claimant: 'Nobody named',
  reviewer: 'No name',
};

const fixedLabels = new Map<string, string>(
  Object.entries({
    recheck: statusLooks.recheck.label,
    answered: 'Answered',
    resolved: 'Resolved',
    ...(evidenceGapLabels satisfies Record<EvidenceGap, string>),
    ...claimKindLabels,
  }),
);

/** The label of a value of a facet. */
function getFacetLabel(review: Review, facet: FacetName, value: string): string {
  if (value === '') return noneLabels[facet];
  if (facet === 'tag') return review.tags.get(value)?.name ?? 'Deleted tag';
  if (facet === 'source') return review.sources.get(value)?.title ?? 'Deleted source';
  if (facet === 'claimant' || facet === 'reviewer') return value;
  return fixedLabels.get(value) ?? value;
}

/** Values that are always listed, in this order, also while no claim has them. */
const fixedValues: Partial<Record<FacetName, readonly string[]>> = {
  recheck: ['recheck'],
  evidence: evidenceGaps,
  answer: ['answered', 'resolved'],
  kind: [...claimKinds, ''],
};

function setFacet(facet: FacetName, values: readonly string[]): void {
  useReviewView.setState(({ filter }) => ({
    filter: { ...filter, facets: { ...filter.facets, [facet]: values } },
  }));
}

interface FilterMenuProps {
  facets: ChosenFacets;
}

/** A menu of what claims can be filtered by besides their verdict; each entry opens its values, with the number of claims of each. */
const FilterMenu = memo(function FilterMenu({ facets }: FilterMenuProps) {
  const chosenCount = facetNames.reduce((sum, facet) => sum + facets[facet].length, 0);
  return (
    <MenuTrigger>
      <AriaButton className={styles.button} data-chosen={chosenCount > 0 || undefined}>
        <span className={styles.words}>Filter{chosenCount > 0 && ` ${formatNumber(chosenCount)}`}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={optionList.popover}>
        <Menu className={optionList.list} aria-label="Filter">
          {facetNames.map((facet) => (
            <SubmenuTrigger key={facet}>
              <MenuItem
                className={`${optionList.option} ${styles.item} ${styles.parent}`}
                textValue={facetLabels[facet]}
              >
                {facetLabels[facet]}
                {facets[facet].length > 0 && ` (${formatNumber(facets[facet].length)})`}
                <ChevronRight size={14} aria-hidden="true" />
              </MenuItem>
              <Popover className={`${optionList.popover} ${styles.submenu}`}>
                <FacetMenu facet={facet} chosen={facets[facet]} />
              </Popover>
            </SubmenuTrigger>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
});

interface FacetMenuProps {
  facet: FacetName;
  chosen: readonly string[];
}

/** The values of one facet. They are counted only while they are shown. */
function FacetMenu({ facet, chosen }: FacetMenuProps) {
  const { review } = useSession();
  const claims = useListedClaims();
  const counts = countFacet(claims, facet, { review });
  const values = listValues(review, facet, [...counts.keys(), ...chosen]);
  return (
    <Menu
      className={optionList.list}
      aria-label={facetLabels[facet]}
      selectionMode="multiple"
      selectedKeys={chosen.map((value) => `=${value}`)}
      onSelectionChange={(keys) =>
        setFacet(
          facet,
          values.filter((value) => keys === 'all' || keys.has(`=${value}`)),
        )
      }
      renderEmptyState={() => <p className={styles.none}>None yet</p>}
    >
      {values.map((value) => {
        const label = getFacetLabel(review, facet, value);
        return (
          <MenuItem
            key={value}
            // '' can be no key.
            id={`=${value}`}
            className={`${optionList.option} ${styles.item}`}
            textValue={label}
          >
            {({ isSelected }) => (
              <>
                <Check size={14} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
                <span>
                  <bdi>{label}</bdi> {formatNumber(counts.get(value) ?? 0)}
                </span>
              </>
            )}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

/** The values to choose from: fixed ones in their order, others by label, "none" at the end. */
function listValues(review: Review, facet: FacetName, found: readonly string[]): readonly string[] {
  const fixed = fixedValues[facet];
  if (fixed) return fixed;
  const label = (value: string) => getFacetLabel(review, facet, value);
  return [...new Set(found)].sort((a, b) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : label(a).localeCompare(label(b)),
  );
}

/** The filters besides the verdict that are on: each can be taken away, and all of them. */
function FilterChips({ facets, text }: ClaimFilter) {
  const { review } = useSession();
  useTable('tags');
  useTable('sources');
  const chips = facetNames.flatMap((facet) =>
    facets[facet].map((value) => ({
      key: `${facet}/${value}`,
      label: getFacetLabel(review, facet, value),
      title: `${facetLabels[facet]}: ${getFacetLabel(review, facet, value)}`,
      remove: () =>
        setFacet(
          facet,
          facets[facet].filter((other) => other !== value),
        ),
    })),
  );
  const clear = () =>
    useReviewView.setState(({ filter }) => ({ filter: { ...noFilter, verdict: filter.verdict } }));
  return (
    <div className={styles.chips}>
      {chips.map(({ key, label, title, remove }) => (
        <button key={key} type="button" className={styles.removable} title={title} onClick={remove}>
          <span className="screen-reader-only">Remove filter </span>
          <bdi>{label}</bdi>
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      {(chips.length > 0 || text.trim() !== '') && (
        <Button kind="quiet" onPress={clear}>
          Clear
        </Button>
      )}
    </div>
  );
}

function getFilterLabel(filter: VerdictFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'open') return 'Open';
  return statusLooks[filter].label;
}

function setVerdictFilter(verdict: VerdictFilter): void {
  useReviewView.setState(({ filter }) => ({ filter: { ...filter, verdict } }));
}

/**
 * The filters of the claim list, by verdict with the number of claims, by what the menu lists, and by text; and its order. They take two
 * rows, however narrow the panel is, and another one for those that are on.
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

import { Check, ChevronDown, ChevronRight, X } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import { useListedClaims, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { NativeSelect } from '#renderer/window/ui/choices/native-select.tsx';
import optionList from '#renderer/window/ui/choices/option-list.module.css';
import { getFieldDirection } from '#renderer/window/ui/fields/field-direction.ts';
import { WideOrNarrow } from '#renderer/window/ui/layout/wide-or-narrow.tsx';
import { claimKindLabels, claimKinds } from '#shared/domain/base/claim.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import {
  type ChosenFacets,
  type ClaimFilter,
  type ClaimOrder,
  claimOrders,
  countClaims,
  countFacet,
  type FacetName,
  facetNames,
  isVerdictOnly,
  noFilter,
  type VerdictFilter,
  verdictFilters,
} from '#shared/domain/claims/claim-filter.ts';
import { type EvidenceGap, evidenceGapLabels, evidenceGaps } from '#shared/domain/claims/evidence-gaps.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { type ClaimColoring, claimColorings } from '#shared/domain/settings/settings.ts';
import { formatNumber } from '#shared/text/format/numbers.ts';
import styles from './filters.module.css';

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

const noneLabels: Partial<Record<FacetName, string>> = {
  kind: 'No kind',
  tag: 'No tag',
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

function getFacetLabel(review: Review, facet: FacetName, value: string): string {
  if (value === '') return noneLabels[facet] ?? '';
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

interface DropDownProps {
  label: string;
  /** The words on the button. */
  words: string;
  isChosen: boolean;
  children: ReactNode;
}

function DropDown({ label, words, isChosen, children }: DropDownProps) {
  return (
    <MenuTrigger>
      <AriaButton className={`bare-button ${styles.button}`} data-chosen={isChosen || undefined}>
        <span className="ellipsis" data-clip="">
          {words}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </AriaButton>
      <Popover className={optionList.popover}>
        <Menu className={optionList.list} aria-label={label}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** An entry that shows whether it is selected. */
function CheckedItem({ id, label, count }: { id: string; label: string; count?: number }) {
  return (
    <MenuItem id={id} className={`${optionList.option} ${styles.item}`} textValue={label}>
      {({ isSelected }) => (
        <>
          <Check size={14} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
          <span>
            <bdi>{label}</bdi>
            {count !== undefined && ` ${formatNumber(count)}`}
          </span>
        </>
      )}
    </MenuItem>
  );
}

/** A menu of what claims can be filtered by besides their verdict; each entry opens its values, with the number of claims of each. */
const FilterMenu = memo(function FilterMenu({ facets }: { facets: ChosenFacets }) {
  const chosenCount = facetNames.reduce((sum, facet) => sum + facets[facet].length, 0);
  const words = chosenCount > 0 ? `Filter ${formatNumber(chosenCount)}` : 'Filter';
  return (
    <DropDown label="Filter" words={words} isChosen={chosenCount > 0}>
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
    </DropDown>
  );
});

/** The values of one facet. They are counted only while they are shown. */
function FacetMenu({ facet, chosen }: { facet: FacetName; chosen: readonly string[] }) {
  const { review } = useSession();
  const claims = useListedClaims();
  const counts = countFacet(claims, facet, { review });
  const values = listValues(review, facet, [...counts.keys(), ...chosen]);
  return (
    <Menu
      className={optionList.list}
      aria-label={facetLabels[facet]}
      selectionMode="multiple"
      selectedKeys={chosen.map(toKey)}
      onSelectionChange={(keys) =>
        setFacet(
          facet,
          values.filter((value) => keys === 'all' || keys.has(toKey(value))),
        )
      }
      renderEmptyState={() => <p className={styles.none}>None yet</p>}
    >
      {values.map((value) => (
        <CheckedItem
          key={value}
          id={toKey(value)}
          label={getFacetLabel(review, facet, value)}
          count={counts.get(value) ?? 0}
        />
      ))}
    </Menu>
  );
}

/** '' can be no key. */
function toKey(value: string): string {
  return `=${value}`;
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

const orderLabels: Record<ClaimOrder, string> = {
  place: 'Place',
  verdict: 'Verdict',
  changed: 'Last change',
};

const coloringLabels: Record<ClaimColoring, string> = { verdict: 'By verdict', source: 'By source' };

interface ChoiceSectionProps<T extends string> {
  label: string;
  options: readonly T[];
  labels: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

function ChoiceSection<T extends string>({ label, options, labels, value, onChange }: ChoiceSectionProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[`${label}/${value}`]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== 'all' && keys.has(`${label}/${option}`));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      <Header className={`small-muted ${styles.heading}`}>{label}</Header>
      {options.map((option) => (
        <CheckedItem key={option} id={`${label}/${option}`} label={labels[option]} />
      ))}
    </MenuSection>
  );
}

/** The menu with the order of the list, and what claims are coloured by. The button names an order that is not the usual one. */
function SortMenu() {
  const order = useReviewView((view) => view.order);
  const coloring = usePreferences(({ claimColoring }) => claimColoring);
  return (
    <DropDown
      label="Sort and colour"
      words={order === 'place' ? 'Sort' : orderLabels[order]}
      isChosen={order !== 'place'}
    >
      <ChoiceSection
        label="Sort by"
        options={claimOrders}
        labels={orderLabels}
        value={order}
        onChange={(chosen) => useReviewView.setState({ order: chosen })}
      />
      <ChoiceSection
        label="Colour claims"
        options={claimColorings}
        labels={coloringLabels}
        value={coloring}
        onChange={(chosen) => void updatePreferences({ claimColoring: chosen })}
      />
    </DropDown>
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
    <div className={`wrapping-row ${styles.chips}`}>
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
      className={`bare-button ${styles.chip} ${filter}`}
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

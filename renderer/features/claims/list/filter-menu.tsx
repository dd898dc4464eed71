import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { claimKinds } from '../../../../shared/domain/claim';
import { evidenceGaps } from '../../../../shared/domain/claims/evidence-gaps';
import {
  type ChosenFacets,
  countFacet,
  type FacetName,
  facetNames,
} from '../../../../shared/domain/claims/list/claim-facets';
import type { Review } from '../../../../shared/domain/review/review';
import { formatNumber } from '../../../../shared/text/format/format-number';
import { useListedClaims, useSession } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import optionList from '../../../ui/choices/option-list.module.css';
import { facetLabels, getFacetLabel } from './facet-labels';
import styles from './filters.module.css';

/** Values that are always listed, in this order, also while no claim has them. */
const fixedValues: Partial<Record<FacetName, readonly string[]>> = {
  recheck: ['recheck'],
  evidence: evidenceGaps,
  answer: ['answered', 'resolved'],
  kind: [...claimKinds, ''],
};

export function setFacet(facet: FacetName, values: readonly string[]): void {
  useReviewView.setState(({ filter }) => ({
    filter: { ...filter, facets: { ...filter.facets, [facet]: values } },
  }));
}

interface FilterMenuProps {
  facets: ChosenFacets;
}

/** A menu of what claims can be filtered by besides their verdict; each entry opens its values, with the number of claims of each. */
export const FilterMenu = memo(function FilterMenu({ facets }: FilterMenuProps) {
  const chosenCount = facetNames.reduce((sum, facet) => sum + facets[facet].length, 0);
  return (
    <MenuTrigger>
      <Button className={styles.button} data-chosen={chosenCount > 0 || undefined}>
        <span className={styles.words}>Filter{chosenCount > 0 && ` ${formatNumber(chosenCount)}`}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
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

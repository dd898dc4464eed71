import { X } from 'lucide-react';
import { facetNames } from '../../../../shared/domain/claims/list/claim-facets';
import { type ClaimFilter, noFilter } from '../../../../shared/domain/claims/list/claim-filter';
import { useSession, useTable } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { facetLabels, getFacetLabel } from './facet-labels';
import { setFacet } from './filter-menu';
import styles from './filters.module.css';

/** The filters besides the verdict that are on: each can be taken away, and all of them. */
export function FilterChips({ facets, text }: ClaimFilter) {
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

import { claimKindLabels } from '../../../../shared/domain/claim';
import { type EvidenceGap, evidenceGapLabels } from '../../../../shared/domain/claims/evidence-gaps';
import type { FacetName } from '../../../../shared/domain/claims/list/claim-facets';
import type { Review } from '../../../../shared/domain/review/review';
import { statusLooks } from '../../../../shared/domain/verdict';

export const facetLabels: Record<FacetName, string> = {
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
export function getFacetLabel(review: Review, facet: FacetName, value: string): string {
  if (value === '') return noneLabels[facet];
  if (facet === 'tag') return review.tags.get(value)?.name ?? 'Deleted tag';
  if (facet === 'source') return review.sources.get(value)?.title ?? 'Deleted source';
  if (facet === 'claimant' || facet === 'reviewer') return value;
  return fixedLabels.get(value) ?? value;
}

import type { Source } from '../../../shared/domain/source';
import type { MergeField } from '../../../shared/domain/sources/merging/compare-sources';
import { getSourceTextLabels, sourceTextLabels } from '../../state/source-text-labels';

/** The labels of the fields of a source, in its form, on its card and when two sources are merged. */
export const sourceFieldLabels: Record<MergeField, string> = {
  kind: 'Kind of source',
  ...sourceTextLabels,
  primacy: 'Primary or secondary?',
  derivedFrom: 'Derived from',
  standing: 'Problem with the source',
};

export function getSourceFieldLabel(field: MergeField, kind: Source['kind']): string {
  const labels: Record<MergeField, string> = { ...sourceFieldLabels, ...getSourceTextLabels(kind) };
  return labels[field];
}

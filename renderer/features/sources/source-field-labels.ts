import type { Source } from '../../../shared/domain/source';
import type { MergeField } from '../../../shared/domain/sources/merging/compare-sources';
import { sourceTextLabels } from '../../state/source-text-labels';

/** The labels of the fields of a source, in its form, on its card and when two sources are merged. */
export const sourceFieldLabels: Record<MergeField, string> = {
  kind: 'Kind of source',
  ...sourceTextLabels,
  primacy: 'Primary or secondary?',
  derivedFrom: 'Derived from',
  standing: 'Is it reliable?',
};

/** The labels that are different for a kind of source. */
const labelsOfKind: Record<Source['kind'], Partial<Record<MergeField, string>>> = {
  webPage: {},
  document: {},
  dataset: {},
  person: { title: 'Name', publisher: 'Organisation', accessedAt: 'Spoken to on' },
};

export function getSourceFieldLabel(field: MergeField, kind: Source['kind']): string {
  return labelsOfKind[kind][field] ?? sourceFieldLabels[field];
}

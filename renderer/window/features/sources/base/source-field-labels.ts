import type { Source } from '#shared/domain/base/source.ts';
import { getSourceTextLabel } from '#shared/domain/base/source-fields.ts';
import type { MergeField } from '#shared/domain/sources/merge-sources.ts';

/** The label of a field of a source, in its form, on its card and when two sources are merged. */
export function getSourceFieldLabel(
  field: MergeField | 'alsoHide',
  kind: Source['kind'] | null = null,
): string {
  switch (field) {
    case 'kind':
      return 'Kind of source';
    case 'primacy':
      return 'Primary or secondary?';
    case 'derivedFrom':
      return 'Derived from';
    case 'standing':
      return 'Problem with the source';
    default:
      return getSourceTextLabel(field, kind);
  }
}

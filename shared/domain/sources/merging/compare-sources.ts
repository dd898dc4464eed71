import { listAll } from '../../../text/sequences/list-all';
import type { Review } from '../../review/review';
import { describePrimacy, type Source } from '../../source';
import { findDerivedSourceIds } from '../derivation';
import { hasFallbackTitle } from '../fallback-title';
import { isTextFieldOfKind, printedTextFields } from '../source-fields';
import type { StandingDetails } from '../source-standing';

/** Fields that are merged together with another one, or without a comparison. */
type DependentField =
  | 'id'
  | 'primary'
  | 'secondary'
  | 'confidential'
  | 'alsoHide'
  | Exclude<keyof StandingDetails, 'standing'>;

/** A difference between two sources: a field, or `primacy`, which is whether they are primary or secondary. */
export type MergeField = Exclude<keyof Source, DependentField> | 'primacy';

/** In the order in which conflicts are shown. */
export const mergeFields = listAll<MergeField>()([
  'kind',
  ...printedTextFields,
  'primacy',
  'derivedFrom',
  'standing',
]);

type Side = 'kept' | 'duplicate';

/** A field in which both sources have a value, and not the same one. Standings can also differ by their reasons alone. */
interface MergeConflict {
  field: MergeField;
  kept: string;
  duplicate: string;
}

interface SourceComparison {
  /** The reviewer has to choose a side for each. */
  conflicts: MergeConflict[];
  /** Values that are lost because a source of the merged kind does not have the field. */
  leftOut: { field: MergeField; value: string }[];
  /** The side from which a value is taken that only one source has, or that is the same in both. */
  agreed: Map<MergeField, Side>;
}

/** Whether sources of a kind have a field. */
export function isFieldOfKind(field: MergeField, kind: Source['kind']): boolean {
  const text = printedTextFields.find((one) => one === field);
  return text === undefined || isTextFieldOfKind(text, kind);
}

/**
 * The ids of the sources from which the merged one cannot be derived: the two themselves, and what is derived from them.
 */
function findImpossibleOrigins(review: Review, kept: Source, duplicate: Source): Set<string> {
  return new Set([kept, duplicate].flatMap(({ id }) => [id, ...findDerivedSourceIds(review, id)]));
}

/** The value of a field for the comparison; null for good standing, a fallback title and an impossible origin. */
function getComparedValue(
  field: MergeField,
  source: Source,
  impossibleOrigins: ReadonlySet<string>,
): string | null {
  if (field === 'primacy') return describePrimacy(source);
  const value = source[field];
  if (field === 'standing' && value === 'good') return null;
  if (field === 'title' && hasFallbackTitle(source)) return null;
  return field === 'derivedFrom' && value !== null && impossibleOrigins.has(value) ? null : value;
}

/** Whether both sources have a reason why they are unreliable, and not the same one. */
export function differInReason(kept: Source, duplicate: Source): boolean {
  const [keptReason, otherReason] = [kept.standingReason, duplicate.standingReason];
  return keptReason !== null && otherReason !== null && keptReason !== otherReason;
}

/** Compares two sources that are to be merged into one source of the given kind. */
export function compareForMerge(
  review: Review,
  kept: Source,
  duplicate: Source,
  kind: Source['kind'] = kept.kind,
): SourceComparison {
  const impossibleOrigins = findImpossibleOrigins(review, kept, duplicate);
  const comparison: SourceComparison = { conflicts: [], leftOut: [], agreed: new Map() };
  for (const field of mergeFields) {
    const keptValue = getComparedValue(field, kept, impossibleOrigins);
    const otherValue = getComparedValue(field, duplicate, impossibleOrigins);
    const isConflict =
      keptValue !== null &&
      otherValue !== null &&
      (keptValue !== otherValue || (field === 'standing' && differInReason(kept, duplicate)));
    if (!isFieldOfKind(field, kind)) {
      for (const value of new Set([keptValue, otherValue]))
        if (value !== null) comparison.leftOut.push({ field, value });
    } else if (isConflict) comparison.conflicts.push({ field, kept: keptValue, duplicate: otherValue });
    else if (keptValue !== null || otherValue !== null)
      comparison.agreed.set(field, keptValue === null ? 'duplicate' : 'kept');
  }
  return comparison;
}

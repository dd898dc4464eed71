import type { Review } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import type { SourceFields } from '../../../../shared/domain/sources/source-fields';

/** The fields of a stored source that a person fills in. */
export function getSourceFields({
  id: _,
  standing: __,
  standingReason: ___,
  standingSince: ____,
  ...fields
}: Source): SourceFields {
  return fields;
}

/**
 * The stored fields with those that were changed in the form since it was opened (`initial`). Fields that the form did not
 * change keep the stored value, which may be newer. Without `initial`, the form decides every field.
 */
export function applyFormChanges<T extends object>(stored: T, initial: T | null, filled: T): T {
  const initialValues = new Map<string, unknown>(Object.entries(initial ?? {}));
  const changed = Object.entries(filled).filter(([name, value]) => initialValues.get(name) !== value);
  return { ...stored, ...Object.fromEntries(changed) };
}

/** The same for a source. It cannot be both primary and secondary: if both changed, the form decides. */
export function applySourceFormChanges(
  stored: SourceFields,
  initial: SourceFields | null,
  filled: SourceFields,
): SourceFields {
  const { primary, secondary } = filled;
  const fields = applyFormChanges(stored, initial, filled);
  return fields.primary && fields.secondary ? { ...fields, primary, secondary } : fields;
}

/** Removes a derivation from a source that was deleted while the form was open. */
export function removeDeletedOrigin(review: Review, fields: SourceFields): SourceFields {
  const exists = fields.derivedFrom === null || review.sources.has(fields.derivedFrom);
  return exists ? fields : { ...fields, derivedFrom: null };
}

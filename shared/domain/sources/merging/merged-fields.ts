import type { Review } from '../../review/review';
import type { Source } from '../../source';
import { getFallbackTitle } from '../fallback-title';
import { joinHiddenWords } from '../hidden-words';
import { getStandingDetails, goodStanding, type StandingDetails } from '../source-standing';
import { compareForMerge, differInReason, type MergeField, mergeFields } from './compare-sources';

/**
 * The standing of a source. If the other one has the same standing, it may know the reason, or that the source became
 * unreliable earlier.
 */
function mergeStanding(source: Source, other: Source): StandingDetails {
  if (source.standing !== other.standing || differInReason(source, other)) return getStandingDetails(source);
  if (source.standingReason === other.standingReason) {
    const days = [source.standingSince, other.standingSince].filter((day) => day !== null);
    return { ...getStandingDetails(source), standingSince: days.sort()[0] ?? null };
  }
  const [withReason, without] = source.standingReason === null ? [other, source] : [source, other];
  return {
    ...getStandingDetails(withReason),
    standingSince: withReason.standingSince ?? without.standingSince,
  };
}

/** The stored fields for one merge field: as `source` has them, or empty if it is null. */
function getFields(field: MergeField, source: Source | null, other: Source): Partial<Source> {
  if (field === 'standing') return source ? mergeStanding(source, other) : goodStanding;
  if (field === 'primacy')
    return { primary: source?.primary ?? false, secondary: source?.secondary ?? false };
  return source || field !== 'title' ? { [field]: source?.[field] ?? null } : {};
}

/**
 * The fields of the merged source. `fieldsFromDuplicate` names the conflicting fields whose value the duplicate has; the
 * others are as the kept source has them.
 */
export function mergeSourceFields(
  review: Review,
  kept: Source,
  duplicate: Source,
  fieldsFromDuplicate: ReadonlySet<MergeField>,
): Partial<Source> {
  const kind = fieldsFromDuplicate.has('kind') ? duplicate.kind : kept.kind;
  const { agreed, conflicts } = compareForMerge(review, kept, duplicate, kind);
  const conflicting = new Set(conflicts.map(({ field }) => field));
  const fields: Partial<Source> = {};
  for (const field of mergeFields) {
    const chosenSide = fieldsFromDuplicate.has(field) ? 'duplicate' : 'kept';
    const side = conflicting.has(field) ? chosenSide : agreed.get(field);
    const [source, other] = side === 'duplicate' ? [duplicate, kept] : [kept, duplicate];
    Object.assign(fields, getFields(field, side ? source : null, other));
  }
  // Without a title, the address of the merged source is its fallback title.
  if (fields.title === undefined && fields.url) fields.title = getFallbackTitle(fields.url);
  // The merged source is confidential if one of them is, and hides what either does.
  return {
    ...fields,
    confidential: kept.confidential || duplicate.confidential,
    alsoHide: joinHiddenWords(kept.alsoHide, duplicate.alsoHide),
  };
}

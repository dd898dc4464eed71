import { listAll } from '#shared/text/sequences/list-all.ts';
import type { Evidence } from '../base/evidence.ts';
import { describePrimacy, type Source } from '../base/source.ts';
import {
  getFallbackTitle,
  hasFallbackTitle,
  isTextFieldOfKind,
  joinHiddenWords,
  printedTextFields,
} from '../base/source-fields.ts';
import { getStandingDetails, goodStanding, type StandingDetails } from '../base/source-standing.ts';
import type { Edit } from '../review/change.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { makeDeleteEdit, makeUpdateEdit, type Step } from '../review/step.ts';
import { findClaimIdsRestingOn, findDerivedSourceIds } from './derivation.ts';
import { getEvidenceFields, mergeEvidence, toStoredEvidence } from './evidence-edits.ts';
import { updateAcceptedRisks } from './source-edits.ts';

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
const mergeFields = listAll<MergeField>()([
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
function isFieldOfKind(field: MergeField, kind: Source['kind']): boolean {
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
function differInReason(kept: Source, duplicate: Source): boolean {
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
function mergeSourceFields(
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

/** Merges stored evidence of one claim; null when that is impossible. */
function mergeStored(review: Review, evidence: Evidence, added: Evidence): Evidence | null {
  const merged = mergeEvidence(getEvidenceFields(evidence), getEvidenceFields(added));
  return merged && { ...evidence, ...toStoredEvidence(review, evidence.claimId, merged) };
}

/**
 * Makes the edits that move the evidence of the duplicate to the kept source. If a claim has evidence from both, it is
 * merged, unless that is impossible, as where one supports what the other refutes.
 */
function makeEvidenceEdits(review: Review, kept: Source, duplicate: Source): (Edit | null)[] {
  const deleted: Edit[] = [];
  const remainingByClaim = new Map<string, Evidence[]>();
  const allEvidence = [kept, duplicate].flatMap(({ id }) =>
    findReferrers(review, `sources/${id}`, 'evidence'),
  );
  for (const evidence of allEvidence) {
    const remaining = remainingByClaim.get(evidence.claimId) ?? [];
    const mergeable = remaining.find((other) => mergeStored(review, other, evidence) !== null);
    const merged = mergeable && mergeStored(review, mergeable, evidence);
    if (merged) deleted.push(makeDeleteEdit('evidence', evidence));
    remainingByClaim.set(
      evidence.claimId,
      merged
        ? remaining.map((other) => (other === mergeable ? merged : other))
        : [...remaining, { ...evidence, sourceId: kept.id }],
    );
  }
  const remaining = [...remainingByClaim.values()].flat();
  return [
    ...deleted,
    ...remaining.map((evidence) =>
      makeUpdateEdit('evidence', review.evidence.get(evidence.id) ?? evidence, evidence),
    ),
  ];
}

/**
 * Merges two sources: evidence, files and derived sources move to the kept one, fields that only the duplicate has are
 * copied, and the duplicate is deleted. `fieldsFromDuplicate` names the conflicting fields in which the duplicate is
 * right. As this is one step, one undo restores the duplicate completely.
 */
export function mergeSources(
  review: Review,
  kept: Source,
  duplicate: Source,
  fieldsFromDuplicate: ReadonlySet<MergeField> = new Set(),
): Step {
  const key = `sources/${duplicate.id}` as const;
  const keptFiles = findReferrers(review, `sources/${kept.id}`, 'attachments');
  const keptHashes = new Set(keptFiles.map(({ sha256 }) => sha256));
  const files = findReferrers(review, key, 'attachments').map((file) =>
    keptHashes.has(file.sha256)
      ? makeDeleteEdit('attachments', file)
      : makeUpdateEdit('attachments', file, { sourceId: kept.id }),
  );
  const edits: (Edit | null)[] = [
    makeUpdateEdit('sources', kept, mergeSourceFields(review, kept, duplicate, fieldsFromDuplicate)),
    ...makeEvidenceEdits(review, kept, duplicate),
    ...files,
    ...Array.from(findClaimIdsRestingOn(review, duplicate.id), (claimId) => {
      const claim = review.claims.get(claimId);
      const replaceId = (id: string) => (id === duplicate.id ? kept.id : id);
      return claim ? updateAcceptedRisks(claim, (ids) => ids.map(replaceId)) : null;
    }),
    ...findReferrers(review, key, 'sources')
      .filter(({ id }) => id !== kept.id)
      .map((derived) => makeUpdateEdit('sources', derived, { derivedFrom: kept.id })),
    makeDeleteEdit('sources', duplicate),
  ];
  return { action: 'source.merge', edits: edits.filter((edit) => edit !== null) };
}

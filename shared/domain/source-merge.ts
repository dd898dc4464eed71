import type { Edit } from './change';
import { claimsRestingOn, derivedFrom } from './derivation';
import { withDespite } from './despite';
import { deleteEdit, updateEdit } from './edits';
import { type SourceStands, stands, standsOf } from './fallen-source';
import { type Review, referringTo } from './review';
import type { Source } from './source';
import { hasStandInTitle, standInTitle } from './stand-in-title';
import type { Step } from './step';

/** The fields in which two sources can say different things. */
const mergeFields = [
  'kind',
  'title',
  'author',
  'publisher',
  'publishedAt',
  'accessedAt',
  'url',
  'archiveUrl',
  'contact',
  'derivedFrom',
  'standing',
] as const;

export type MergeField = (typeof mergeFields)[number];

/** A field in which both sources say something, and not the same. */
export interface MergeConflict {
  field: MergeField;
  kept: string;
  double: string;
}

interface Comparison {
  /** To be decided by the reviewer. */
  conflicts: MergeConflict[];
  /** What one of them says although a source of the merged kind can't hold it. */
  leftOut: { field: MergeField; value: string }[];
  /** What only one of them says, or both alike. */
  agreed: Partial<Source>;
}

/** A person has no author and was not published; only a person has a contact. */
function isHeldBy(kind: Source['kind'], field: MergeField): boolean {
  return kind === 'person'
    ? field !== 'author' && field !== 'publishedAt' && field !== 'archiveUrl'
    : field !== 'contact';
}

/** The sources from which the merged one can't be derived: the two themselves, and what is derived from them. */
function ringAround(review: Review, kept: Source, double: Source): Set<string> {
  return new Set([kept, double].flatMap(({ id }) => [id, ...derivedFrom(review, id)]));
}

/** What a source says in a field; null when that is nothing: that it stands is said of all, a title can only stand in. */
function saidIn(field: MergeField, source: Source, ring: ReadonlySet<string>): string | null {
  const value = source[field];
  if (field === 'standing' && value === 'good') return null;
  if (field === 'title' && hasStandInTitle(source)) return null;
  return field === 'derivedFrom' && value !== null && ring.has(value) ? null : value;
}

/** Compares two sources that are to be one source of the given kind. */
export function compareForMerge(
  review: Review,
  kept: Source,
  double: Source,
  kind: Source['kind'] = kept.kind,
): Comparison {
  const ring = ringAround(review, kept, double);
  const comparison: Comparison = { conflicts: [], leftOut: [], agreed: {} };
  for (const field of mergeFields) {
    const [mine, other] = [saidIn(field, kept, ring), saidIn(field, double, ring)];
    if (!isHeldBy(kind, field)) {
      for (const value of new Set([mine, other]))
        if (value !== null) comparison.leftOut.push({ field, value });
      Object.assign(comparison.agreed, { [field]: null });
    } else if (mine !== null && other !== null && mine !== other)
      comparison.conflicts.push({ field, kept: mine, double: other });
    else if (mine !== null || other !== null) Object.assign(comparison.agreed, { [field]: mine ?? other });
    else if (field === 'standing') comparison.agreed.standing = 'good';
    else if (field !== 'title') Object.assign(comparison.agreed, { [field]: null });
  }
  return comparison;
}

/** The standing with the day and the reason of the one that has it; the kept one's where both do. */
function standsAfter(standing: Source['standing'], kept: Source, double: Source): SourceStands {
  const [first, second] = [kept, double].filter((source) => source.standing === standing);
  if (standing === 'good' || !first) return stands;
  return { ...standsOf(first), standingReason: first.standingReason ?? second?.standingReason ?? null };
}

/** The fields of the merged source: those in conflict as chosen, or else as the kept source has them. */
function mergedFields(
  review: Review,
  kept: Source,
  double: Source,
  fromDouble: ReadonlySet<MergeField>,
): Partial<Source> {
  const kind = fromDouble.has('kind') ? double.kind : kept.kind;
  const { agreed, conflicts } = compareForMerge(review, kept, double, kind);
  const decided = conflicts.map(({ field }) => [field, (fromDouble.has(field) ? double : kept)[field]]);
  const fields: Partial<Source> = { ...agreed, ...Object.fromEntries(decided) };
  // Where no title is known, the address that is kept stands in for it.
  if (fields.title === undefined && fields.url) fields.title = standInTitle(fields.url);
  const isPrimary = kept.primary || double.primary;
  return {
    ...fields,
    ...standsAfter(fields.standing ?? kept.standing, kept, double),
    primary: isPrimary,
    secondary: !isPrimary && (kept.secondary || double.secondary),
    // A confidential double makes the kept one confidential.
    confidential: kept.confidential || double.confidential,
  };
}

/**
 * Makes one source of two: evidence, files and derived sources go over to the one that is kept, what only the double says
 * is taken over, and the double is deleted. `fromDouble` names the conflicting fields in which the double is right. One step,
 * so one undo brings the double back whole.
 */
export function mergeSources(
  review: Review,
  kept: Source,
  double: Source,
  fromDouble: ReadonlySet<MergeField> = new Set(),
): Step {
  const key = `sources/${double.id}` as const;
  const had = new Set(referringTo(review, `sources/${kept.id}`, 'attachments').map(({ sha256 }) => sha256));
  const files = referringTo(review, key, 'attachments').map((file) =>
    had.has(file.sha256)
      ? deleteEdit('attachments', file)
      : updateEdit('attachments', file, { sourceId: kept.id }),
  );
  const edits: (Edit | null)[] = [
    updateEdit('sources', kept, mergedFields(review, kept, double, fromDouble)),
    ...referringTo(review, key, 'evidence').map((evidence) =>
      updateEdit('evidence', evidence, { sourceId: kept.id }),
    ),
    ...files,
    ...Array.from(claimsRestingOn(review, double.id), (claimId) => {
      const claim = review.claims.get(claimId);
      return claim ? withDespite(claim, (ids) => ids.map((id) => (id === double.id ? kept.id : id))) : null;
    }),
    ...referringTo(review, key, 'sources')
      .filter(({ id }) => id !== kept.id)
      .map((derived) => updateEdit('sources', derived, { derivedFrom: kept.id })),
    deleteEdit('sources', double),
  ];
  return { action: 'source.merge', edits: edits.filter((edit) => edit !== null) };
}

import type { Review } from '../review/review';
import { primacyWords, type Source } from '../source';
import { derivedFrom } from './derivation';
import { hasStandInTitle, standInTitle } from './fallback-title';
import { type SourceStands, stands, standsOf } from './withdrawn-source';

/** What two sources can say different things about: fields, and whether they are primary or secondary. */
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
  'primacy',
  'derivedFrom',
  'standing',
] as const;

export type MergeField = (typeof mergeFields)[number];

type Side = 'kept' | 'double';

/** A field in which both sources say something, and not the same. Standings are told with their reasons, which can differ alone. */
interface MergeConflict {
  field: MergeField;
  kept: string;
  double: string;
}

interface Comparison {
  /** To be decided by the reviewer. */
  conflicts: MergeConflict[];
  /** What one of them says although a source of the merged kind can't hold it. */
  leftOut: { field: MergeField; value: string }[];
  /** Which of them says what only one of them says, or both alike. */
  agreed: Map<MergeField, Side>;
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
  if (field === 'primacy') return primacyWords(source);
  const value = source[field];
  if (field === 'standing' && value === 'good') return null;
  if (field === 'title' && hasStandInTitle(source)) return null;
  return field === 'derivedFrom' && value !== null && ring.has(value) ? null : value;
}

/** Whether both say why they fell, and not the same. */
function differInReason(kept: Source, double: Source): boolean {
  const [mine, other] = [kept.standingReason, double.standingReason];
  return mine !== null && other !== null && mine !== other;
}

/** Compares two sources that are to be one source of the given kind. */
export function compareForMerge(
  review: Review,
  kept: Source,
  double: Source,
  kind: Source['kind'] = kept.kind,
): Comparison {
  const ring = ringAround(review, kept, double);
  const comparison: Comparison = { conflicts: [], leftOut: [], agreed: new Map() };
  for (const field of mergeFields) {
    const [mine, other] = [saidIn(field, kept, ring), saidIn(field, double, ring)];
    const areTwo =
      mine !== null &&
      other !== null &&
      (mine !== other || (field === 'standing' && differInReason(kept, double)));
    if (!isHeldBy(kind, field)) {
      for (const value of new Set([mine, other]))
        if (value !== null) comparison.leftOut.push({ field, value });
    } else if (areTwo) comparison.conflicts.push({ field, kept: mine, double: other });
    else if (mine !== null || other !== null) comparison.agreed.set(field, mine === null ? 'double' : 'kept');
  }
  return comparison;
}

/** How a source that fell stands, with the reason and its day. One that fell likewise can know the reason, or that it was earlier. */
function standsLike(source: Source, other: Source): SourceStands {
  if (source.standing !== other.standing || differInReason(source, other)) return standsOf(source);
  if (source.standingReason === other.standingReason) {
    const days = [source.standingSince, other.standingSince].filter((day) => day !== null);
    return { ...standsOf(source), standingSince: days.sort()[0] ?? null };
  }
  const [telling, silent] = source.standingReason === null ? [other, source] : [source, other];
  return { ...standsOf(telling), standingSince: telling.standingSince ?? silent.standingSince };
}

/** A field of the merged source: as `source` has it, or with null as a source of which nothing is said. */
function fieldFrom(field: MergeField, source: Source | null, other: Source): Partial<Source> {
  if (field === 'standing') return source ? standsLike(source, other) : stands;
  if (field === 'primacy')
    return { primary: source?.primary ?? false, secondary: source?.secondary ?? false };
  return source || field !== 'title' ? { [field]: source?.[field] ?? null } : {};
}

/** The fields of the merged source: those in conflict as chosen, or else as the kept source has them. */
export function mergedFields(
  review: Review,
  kept: Source,
  double: Source,
  fromDouble: ReadonlySet<MergeField>,
): Partial<Source> {
  const kind = fromDouble.has('kind') ? double.kind : kept.kind;
  const { agreed, conflicts } = compareForMerge(review, kept, double, kind);
  const asked = new Set(conflicts.map(({ field }) => field));
  const fields: Partial<Source> = {};
  for (const field of mergeFields) {
    const side = asked.has(field) ? (fromDouble.has(field) ? 'double' : 'kept') : agreed.get(field);
    const source = side === 'double' ? double : kept;
    Object.assign(fields, fieldFrom(field, side ? source : null, source === kept ? double : kept));
  }
  // Where no title is known, the address that is kept stands in for it.
  if (fields.title === undefined && fields.url) fields.title = standInTitle(fields.url);
  // A confidential double makes the kept one confidential.
  return { ...fields, confidential: kept.confidential || double.confidential };
}

import { withDespite } from '../claims/accepted-risks';
import type { Evidence } from '../evidence';
import type { Edit } from '../history/change';
import { deleteEdit, updateEdit } from '../history/edits';
import type { Step } from '../history/step';
import { type Review, referringTo } from '../review/review';
import type { Source } from '../source';
import { claimsRestingOn } from './derivation';
import { joinTies } from './merge-evidence';
import { type MergeField, mergedFields } from './merged-source';

/**
 * Brings the evidence of the double over to the kept source. A claim that is tied to both has one tie then, which says what
 * the two said; only ties that can't be one, as where one supports what the other refutes, stay two.
 */
function bringEvidence(review: Review, kept: Source, double: Source): (Edit | null)[] {
  const deleted: Edit[] = [];
  const byClaim = new Map<string, Evidence[]>();
  const ties = [kept, double].flatMap(({ id }) => referringTo(review, `sources/${id}`, 'evidence'));
  for (const tie of ties) {
    const there = byClaim.get(tie.claimId) ?? [];
    const other = there.find((each) => joinTies(each, tie) !== null);
    const joined = other && joinTies(other, tie);
    if (joined) deleted.push(deleteEdit('evidence', tie));
    byClaim.set(
      tie.claimId,
      joined
        ? there.map((each) => (each === other ? { ...other, ...joined } : each))
        : [...there, { ...tie, sourceId: kept.id }],
    );
  }
  const standing = [...byClaim.values()].flat();
  return [
    ...deleted,
    ...standing.map((tie) => updateEdit('evidence', review.evidence.get(tie.id) ?? tie, tie)),
  ];
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
    ...bringEvidence(review, kept, double),
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

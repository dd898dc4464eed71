import { updateAcceptedRisks } from '../../claims/accepted-risks';
import type { Evidence } from '../../evidence';
import type { Edit } from '../../history/change';
import { makeDeleteEdit, makeUpdateEdit } from '../../history/make-edits';
import type { Step } from '../../history/step';
import { findReferrers, type Review } from '../../review/review';
import type { Source } from '../../source';
import { findClaimIdsRestingOn } from '../derivation';
import { getEvidenceFields, toStoredEvidence } from '../evidence-edits';
import type { MergeField } from './compare-sources';
import { mergeEvidence } from './merge-evidence';
import { mergeSourceFields } from './merged-fields';

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

import type { Claim } from '../base/claim.ts';
import type { Source, SourceStanding } from '../base/source.ts';
import { goodStanding, type StandingDetails } from '../base/source-standing.ts';
import type { Edit } from '../review/change.ts';
import { findRetiredClaims } from '../review/placed-claims.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { createStep, type EditContext, makeDeleteEdit, makeUpdateEdit, type Step } from '../review/step.ts';
import { findClaimIdsRestingOn } from './derivation.ts';
import { makeAttachEdits, type SourceInput } from './evidence-edits.ts';

/**
 * Changes the accepted risks of a claim: the ids of the unreliable sources in spite of which its verdict was confirmed.
 * Null when nothing differs.
 */
export function updateAcceptedRisks(
  claim: Claim,
  update: (sourceIds: readonly string[]) => string[],
): Edit | null {
  if (!claim.judged?.despite) return null;
  const { despite: before, ...judged } = claim.judged;
  const despite = [...new Set(update(before))].sort();
  return makeUpdateEdit('claims', claim, { judged: despite.length === 0 ? judged : { ...judged, despite } });
}

/** Edits a source; null when nothing differs. */
export function editSource(
  review: Review,
  source: Source,
  { fields, files }: SourceInput,
  context: EditContext,
): Step | null {
  return createStep('source.edit', [
    makeUpdateEdit('sources', source, fields),
    ...makeAttachEdits(review, source.id, files, context),
  ]);
}

/**
 * Sets the standing of a source; null when nothing differs. Changing only the reason keeps the day on which the source
 * became unreliable. Changing the standing removes the source from the accepted risks of claims, so that they have to be
 * checked again.
 */
export function setSourceStanding(
  review: Review,
  source: Source,
  standing: SourceStanding,
  reason: string | null,
  { at }: Pick<EditContext, 'at'>,
): Step | null {
  const isSame = source.standing === standing;
  const details: StandingDetails =
    standing === 'good'
      ? goodStanding
      : { standing, standingReason: reason, standingSince: isSame ? source.standingSince : at };
  return createStep('source.standing', [
    makeUpdateEdit('sources', source, details),
    ...Array.from(isSame ? [] : findClaimIdsRestingOn(review, source.id), (claimId) => {
      const claim = review.claims.get(claimId);
      return claim ? updateAcceptedRisks(claim, (ids) => ids.filter((id) => id !== source.id)) : null;
    }),
  ]);
}

/** Deletes a source with its evidence and files. Sources that were derived from it have no origin any more. */
export function deleteSource(review: Review, source: Source): Step {
  const key = `sources/${source.id}` as const;
  const edits = [
    ...findReferrers(review, key, 'evidence').map((evidence) => makeDeleteEdit('evidence', evidence)),
    ...findReferrers(review, key, 'attachments').map((file) => makeDeleteEdit('attachments', file)),
    ...findReferrers(review, key, 'sources').map((derived) =>
      makeUpdateEdit('sources', derived, { derivedFrom: null }),
    ),
    makeDeleteEdit('sources', source),
  ];
  return { action: 'source.delete', edits: edits.filter((edit) => edit !== null) };
}

/** Counts the claims that use a source as evidence, without those that are retired as of the draft with this number. */
export function countClaimsUsing(review: Review, sourceId: string, draftNumber: number): number {
  const claimIds = new Set(
    findReferrers(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId),
  );
  if (claimIds.size === 0) return 0;
  for (const { claim } of findRetiredClaims(review, draftNumber)) claimIds.delete(claim.id);
  return claimIds.size;
}

/** The sources that the edits left without any evidence, and from which no other source is derived. */
export function findUnusedSources(review: Review, edits: readonly Edit[]): Source[] {
  const ids = new Set(
    edits.flatMap((edit) => (edit.table === 'evidence' && 'delete' in edit ? [edit.delete.sourceId] : [])),
  );
  return [...ids].flatMap((id) => {
    const source = review.sources.get(String(id));
    const isUsed =
      !source ||
      findReferrers(review, `sources/${source.id}`, 'evidence').length > 0 ||
      findReferrers(review, `sources/${source.id}`, 'sources').length > 0;
    return isUsed ? [] : [source];
  });
}

/** Deletes several sources with their files, in one step. Nothing may be derived from any of them. */
export function deleteUnusedSources(review: Review, sources: readonly Source[]): Step {
  return { action: 'source.delete', edits: sources.flatMap((source) => deleteSource(review, source).edits) };
}

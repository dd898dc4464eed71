import type { StoredFile } from '../attachment';
import { type Evidence, type Stance, stancesByVerdict } from '../evidence';
import { makeCopyEdit, makeCreateEdit, makeDeleteEdit, makeUpdateEdit } from '../history/make-edits';
import { createStep, type EditContext, type Step } from '../history/step';
import { findReferrers, type Review } from '../review/review';
import type { Source } from '../source';
import { makeAttachEdits } from './attachment-edits';
import type { SourceFields } from './source-fields';
import { goodStanding, type StandingDetails } from './source-standing';

/** The fields of evidence that a person fills in. The stance is null while nobody chose one: it follows the verdict of the claim. */
export interface EvidenceFields extends Pick<Evidence, 'locator' | 'quote' | 'note'> {
  stance: Stance | null;
}

/** The fields of stored evidence that a person fills in. */
export function getEvidenceFields({ stance, stanceChosen, locator, quote, note }: Evidence): EvidenceFields {
  return { stance: stanceChosen ? stance : null, locator, quote, note };
}

/** The stored fields of evidence that was filled in for a claim. */
export function toStoredEvidence(
  review: Review,
  claimId: string,
  { stance, locator, quote, note }: EvidenceFields,
): Omit<Evidence, 'id' | 'sourceId'> {
  const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
  const shown = stance ?? stancesByVerdict[verdict];
  return { claimId, stance: shown, stanceChosen: stance !== null, locator, quote, note };
}

/** A source as it was filled in, with the files that were added meanwhile. */
export interface SourceInput {
  fields: SourceFields;
  files: readonly StoredFile[];
  /** The standing of a source that is copied from another article. */
  standing?: StandingDetails;
}

/** Finds the first evidence that links a claim to a source. */
export function findEvidence(review: Review, claimId: string, sourceId: string): Evidence | undefined {
  return findReferrers(review, `claims/${claimId}`, 'evidence').find(
    (evidence) => evidence.sourceId === sourceId,
  );
}

/** Adds evidence to a claim, from an existing source, which gets the fields as filled in, or from a new one. */
export function attachEvidence(
  review: Review,
  claimId: string,
  existing: Source | null,
  { fields, files, standing = goodStanding }: SourceInput,
  evidence: EvidenceFields,
  context: EditContext,
): Step {
  const source: Source = existing ?? { id: context.newId(), ...fields, ...standing };
  const edits = [
    existing ? makeUpdateEdit('sources', existing, fields) : makeCopyEdit('sources', source),
    ...makeAttachEdits(review, source.id, files, context),
    makeCreateEdit('evidence', {
      id: context.newId(),
      sourceId: source.id,
      ...toStoredEvidence(review, claimId, evidence),
    }),
  ];
  return { action: 'evidence.attach', edits: edits.filter((edit) => edit !== null) };
}

/** Edits evidence and its source; null when nothing differs. */
export function editEvidence(
  review: Review,
  evidence: Evidence,
  evidenceFields: EvidenceFields,
  source: Source,
  { fields, files }: SourceInput,
  context: EditContext,
): Step | null {
  return createStep('evidence.edit', [
    makeUpdateEdit('sources', source, fields),
    ...makeAttachEdits(review, source.id, files, context),
    makeUpdateEdit('evidence', evidence, toStoredEvidence(review, evidence.claimId, evidenceFields)),
  ]);
}

/** Removes evidence from its claim. The source stays in the review and can be attached again. */
export function removeEvidence(evidence: Evidence): Step {
  return { action: 'evidence.remove', edits: [makeDeleteEdit('evidence', evidence)] };
}

import type { NamedSource, ProposedEvidence } from '../base/evidence.ts';
import type { Source } from '../base/source.ts';
import {
  emptySourceFields,
  getFallbackTitle,
  isSameSource,
  type SourceFields,
} from '../base/source-fields.ts';
import { goodStanding } from '../base/source-standing.ts';
import { findReferrers, type Review } from '../review/review.ts';
import { createStep, type EditContext, makeCreateEdit, makeUpdateEdit, type Step } from '../review/step.ts';
import {
  type EvidenceFields,
  findEvidence,
  getEvidenceFields,
  makeEvidenceEdit,
  mergeEvidence,
  toStoredEvidence,
} from './evidence-edits.ts';

/** Lists the proposed evidence of a claim that the checker has neither accepted nor declined, in the order of its annotation. */
export function listUnseenEvidence(review: Review, claimId: string): ProposedEvidence[] {
  return listProposedEvidence(review, claimId).filter(({ state }) => state === 'unseen');
}

/** Lists all proposed evidence of a claim, in the order of its annotation. */
export function listProposedEvidence(review: Review, claimId: string): ProposedEvidence[] {
  return findReferrers(review, `claims/${claimId}`, 'proposedEvidence').sort((a, b) => a.index - b.index);
}

/**
 * The title of a source that an annotation names: the one that was read, or else its address or kind. Never its contact: a title is
 * shown in many places.
 */
function getTitle({ kind, title, url }: NamedSource): string {
  const fallback = kind === 'person' ? 'Unnamed person' : 'Untitled source';
  return title ?? (url === null ? null : getFallbackTitle(url)) ?? fallback;
}

/** The fields of the source that proposed evidence becomes when it is accepted; null when its annotation names none. */
export function toSourceFields({ source }: Pick<ProposedEvidence, 'source'>): SourceFields | null {
  if (!source) return null;
  const { kind, author, publisher, publishedAt, accessedAt, url, contact, confidential } = source;
  const known = { author, publisher, publishedAt, accessedAt, url, contact, confidential };
  return { ...emptySourceFields, kind, title: getTitle(source), ...known };
}

/** Finds the source of a review that an annotation names. */
export function findNamedSource(review: Review, fields: SourceFields): Source | undefined {
  return [...review.sources.values()].find((source) => isNamed(source, fields));
}

/**
 * Whether a source is the one that an annotation names. Two people with the same name and other contacts are not the same. A
 * confidential person never becomes part of a public source: only the checker makes them public.
 */
function isNamed(source: Source, fields: SourceFields): boolean {
  if (fields.confidential && !source.confidential) return false;
  const isOtherPerson =
    fields.contact !== null && source.contact !== null && fields.contact !== source.contact;
  return isSameSource(source, fields) && !isOtherPerson;
}

/**
 * Accepts proposed evidence as it was read: it becomes evidence from the source that its annotation names, which is created
 * unless the review has it. Nobody chose a stance, so it follows the verdict of the claim. Null when the annotation names no
 * source, or when the claim has evidence from it that can't be merged with this.
 */
export function acceptProposedEvidence(
  review: Review,
  proposed: ProposedEvidence,
  context: EditContext,
): Step | null {
  const fields = toSourceFields(proposed);
  if (!fields) return null;
  const { claimId, locator, quote } = proposed;
  const found: EvidenceFields = { stance: null, locator, quote, note: null };
  const known = findNamedSource(review, fields);
  const existing = known && findEvidence(review, claimId, known.id);
  const merged = existing && mergeEvidence(getEvidenceFields(existing), found);
  if (existing && !merged) return null;
  const source: Source = known ?? { id: context.newId(), ...fields, ...goodStanding };
  return createStep('evidence.accept', [
    known ? null : makeCreateEdit('sources', source),
    existing && merged
      ? makeUpdateEdit('evidence', existing, toStoredEvidence(review, claimId, merged))
      : makeEvidenceEdit(review, claimId, source.id, found, context),
    markAsAccepted(proposed, context),
  ]);
}

/** The edit that marks proposed evidence as accepted, for a step that adds the evidence. */
export function markAsAccepted(proposed: ProposedEvidence, { by, at }: EditContext) {
  return makeUpdateEdit('proposedEvidence', proposed, { state: 'accepted', decidedBy: by, decidedAt: at });
}

/** Declines proposed evidence. It stays, so that the next draft does not bring it again. */
export function declineProposedEvidence(
  proposed: ProposedEvidence,
  reason: string | null,
  { by, at }: EditContext,
): Step | null {
  return createStep('evidence.decline', [
    makeUpdateEdit('proposedEvidence', proposed, { state: 'declined', reason, decidedBy: by, decidedAt: at }),
  ]);
}

/** Makes declined evidence unseen again. */
export function reopenProposedEvidence(proposed: ProposedEvidence): Step | null {
  return createStep('evidence.reopen', [
    makeUpdateEdit('proposedEvidence', proposed, {
      state: 'unseen',
      reason: null,
      decidedBy: null,
      decidedAt: null,
    }),
  ]);
}

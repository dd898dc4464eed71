import { showNotice } from '#renderer/window/state/base/notices.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { Evidence, ProposedEvidence } from '#shared/domain/base/evidence.ts';
import { isSameSource } from '#shared/domain/base/source-fields.ts';
import { getStandingDetails } from '#shared/domain/base/source-standing.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { EditContext, Step } from '#shared/domain/review/step.ts';
import {
  attachEvidence,
  editEvidence,
  findEvidence,
  getEvidenceFields,
  listAttachments,
} from '#shared/domain/sources/evidence-edits.ts';
import {
  acceptProposedEvidence,
  findNamedSource,
  markAsAccepted,
  toSourceFields,
} from '#shared/domain/sources/proposed-evidence-edits.ts';
import { showDuplicateFiles } from '../base/attachment-list.tsx';
import {
  applyFormChanges,
  applySourceFormChanges,
  getSourceFields,
  type ParsedSourceForm,
  parseSourceForm,
  removeDeletedOrigin,
} from '../base/source-form-values.ts';
import type { SourceFormState } from '../base/use-source-form.ts';
import { editExistingEvidence } from './existing-evidence.ts';

interface EvidenceToSave {
  session: Session;
  claimId: string;
  /** The evidence that is edited; null for new evidence. */
  evidence: Evidence | null;
  /** The author's proposal that is accepted with it; null for others. */
  proposed: ProposedEvidence | null;
  form: SourceFormState;
  parsed: ParsedSourceForm;
  copiedFiles: readonly StoredFile[];
}

/** Saves a source form. False when it was not saved: it was refused, or the claim has evidence from this source, which opened. */
export function saveEvidence(toSave: EvidenceToSave): boolean {
  const { session, claimId, evidence, proposed, form, parsed, copiedFiles } = toSave;
  const { review } = session;
  const { picked } = form;
  const existingEvidence = evidence ? undefined : findExistingEvidence(toSave);
  if (existingEvidence) {
    if (acceptUnchanged(toSave, existingEvidence)) return true;
    const files = [...form.files, ...copiedFiles];
    editExistingEvidence(session, existingEvidence, proposed, { ...form, files });
    return false;
  }
  const editedSource = evidence ? (review.sources.get(evidence.sourceId) ?? null) : null;
  const pickedSource = picked?.from === 'article' ? (review.sources.get(picked.sourceId) ?? null) : null;
  const existingSource = editedSource ?? pickedSource;
  const initial = parseSourceForm(form.initialValues);
  const fields = existingSource
    ? applySourceFormChanges(
        getSourceFields(existingSource),
        initial.ok ? initial.source : null,
        parsed.source,
      )
    : parsed.source;
  const input = {
    fields: removeDeletedOrigin(review, fields),
    files: [...form.files, ...copiedFiles],
    ...(picked?.from === 'library' && { standing: getStandingDetails(picked.librarySource.source) }),
  };
  const latest = evidence && review.evidence.get(evidence.id);
  const evidenceFields =
    latest &&
    applyFormChanges(getEvidenceFields(latest), initial.ok ? initial.evidence : null, parsed.evidence);
  const filesBefore = existingSource ? listAttachments(review, existingSource.id) : [];
  const context = currentEditContext();
  const step =
    evidenceFields && editedSource
      ? editEvidence(review, latest, evidenceFields, editedSource, input, context)
      : attachEvidence(review, claimId, pickedSource, input, parsed.evidence, context);
  const accepted = proposed ? [proposed.id] : form.mergedProposals;
  const isSaved = session.apply(acceptWith(step, review, accepted, context));
  if (isSaved) showDuplicateFiles(input.files, filesBefore);
  return isSaved;
}

/**
 * Accepts what the author proposes from a source that the claim has already, when nothing was changed in the form: it is added to the
 * existing evidence. False when it can't be, so that somebody has to decide: a person of the same name may be another one, or not be
 * public.
 */
function acceptUnchanged(
  { session, proposed, form, copiedFiles }: EvidenceToSave,
  { sourceId }: Evidence,
): boolean {
  const isChanged = form.values !== form.initialValues || form.files.length + copiedFiles.length > 0;
  const fields = proposed && toSourceFields(proposed);
  if (!fields || isChanged || findNamedSource(session.review, fields)?.id !== sourceId) return false;
  const step = acceptProposedEvidence(session.review, proposed, currentEditContext());
  if (!step || !session.apply(step)) return false;
  showNotice('Accepted, and added to the evidence that the claim already had from this source.');
  return true;
}

/** A step that also accepts the proposals with these ids. Those that were decided or deleted meanwhile are left out. */
function acceptWith(
  step: Step | null,
  review: Review,
  proposalIds: readonly string[],
  context: EditContext,
): Step | null {
  const accepted = proposalIds.flatMap((id) => {
    const latest = review.proposedEvidence.get(id);
    return (latest?.state === 'unseen' && markAsAccepted(latest, context)) || [];
  });
  return accepted.length > 0
    ? { action: 'evidence.accept', edits: [...(step?.edits ?? []), ...accepted] }
    : step;
}

/** Finds the evidence of the claim from the same source: the picked one, or one that looks the same. */
function findExistingEvidence({ session, claimId, form, parsed }: EvidenceToSave): Evidence | undefined {
  const { review } = session;
  const { picked } = form;
  if (picked?.from === 'article') return findEvidence(review, claimId, picked.sourceId);
  for (const source of review.sources.values()) {
    const evidence = isSameSource(source, parsed.source) && findEvidence(review, claimId, source.id);
    if (evidence) return evidence;
  }
  return undefined;
}

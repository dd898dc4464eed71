import type { Attachment, KeptFile } from '../attachment';
import { withDespite } from '../claims/accepted-risks';
import type { Evidence } from '../evidence';
import type { Edit } from '../history/change';
import { createEdit, deleteEdit, updateEdit } from '../history/edits';
import type { Facts, Step } from '../history/step';
import { type Review, referringTo } from '../review/review';
import type { Source, SourceStanding } from '../source';
import { claimsRestingOn } from './derivation';
import { type SourceStands, stands } from './withdrawn-source';

/** What a person fills in of a source. A new one stands. */
export type SourceFields = Omit<Source, 'id' | keyof SourceStands>;

export type EvidenceFields = Omit<Evidence, 'id' | 'claimId' | 'sourceId'>;

function present(edits: (Edit | null)[]): Edit[] {
  return edits.filter((edit) => edit !== null);
}

function stepOf(action: Step['action'], edits: (Edit | null)[]): Step | null {
  const real = present(edits);
  return real.length === 0 ? null : { action, edits: real };
}

/** Ties files of the vault to a source; content that the source has already is passed over. */
function fileEdits(sourceId: string, files: readonly KeptFile[], had: readonly KeptFile[], facts: Facts) {
  const known = new Set(had.map(({ sha256 }) => sha256));
  return files.flatMap((file) => {
    if (known.has(file.sha256)) return [];
    known.add(file.sha256);
    return [createEdit('attachments', { ...file, id: facts.newId(), sourceId, addedAt: facts.at })];
  });
}

/** The files of a source, by name. */
export function filesOf(review: Review, sourceId: string): Attachment[] {
  return referringTo(review, `sources/${sourceId}`, 'attachments').sort((a, b) =>
    a.name + a.id < b.name + b.id ? -1 : 1,
  );
}

/** A source as it was filled in, and the files that were attached to it meanwhile. */
interface FilledIn {
  fields: SourceFields;
  files: readonly KeptFile[];
  /** Of a source that is copied from another article: whether it stands there. */
  fell?: SourceStands;
}

/** Ties a claim to a source: to the one given (mended as filled in), or to a new one. */
export function attachEvidence(
  review: Review,
  claimId: string,
  existing: Source | null,
  { fields, files, fell = stands }: FilledIn,
  evidence: EvidenceFields,
  facts: Facts,
): Step {
  const tied: Source = existing ?? { id: facts.newId(), ...fields, ...fell };
  return {
    action: 'evidence.attach',
    edits: present([
      existing ? updateEdit('sources', existing, fields) : createEdit('sources', tied),
      ...fileEdits(tied.id, files, existing ? filesOf(review, existing.id) : [], facts),
      createEdit('evidence', { id: facts.newId(), claimId, sourceId: tied.id, ...evidence }),
    ]),
  };
}

/** Mends the evidence and the source it ties; null when nothing differs. */
export function editEvidence(
  review: Review,
  evidence: Evidence,
  evidenceFields: EvidenceFields,
  source: Source,
  { fields, files }: FilledIn,
  facts: Facts,
): Step | null {
  return stepOf('evidence.edit', [
    updateEdit('sources', source, fields),
    ...fileEdits(source.id, files, filesOf(review, source.id), facts),
    updateEdit('evidence', evidence, evidenceFields),
  ]);
}

/** Unties the claim from the source. The source stays, to be picked again. */
export function removeEvidence(evidence: Evidence): Step {
  return { action: 'evidence.remove', edits: [deleteEdit('evidence', evidence)] };
}

/** Mends a source; null when nothing differs. */
export function editSource(
  review: Review,
  source: Source,
  { fields, files }: FilledIn,
  facts: Facts,
): Step | null {
  return stepOf('source.edit', [
    updateEdit('sources', source, fields),
    ...fileEdits(source.id, files, filesOf(review, source.id), facts),
  ]);
}

/**
 * Says whether the source stands, and if not why; null when it is said already. The day is that on which it fell: another
 * reason keeps it. Whoever confirmed a verdict although it fell has to look again when that changes.
 */
export function setSourceStanding(
  review: Review,
  source: Source,
  standing: SourceStanding,
  reason: string | null,
  { at }: Pick<Facts, 'at'>,
): Step | null {
  const isSame = source.standing === standing;
  const now: SourceStands =
    standing === 'good'
      ? stands
      : { standing, standingReason: reason, standingSince: isSame ? source.standingSince : at };
  return stepOf('source.standing', [
    updateEdit('sources', source, now),
    ...Array.from(isSame ? [] : claimsRestingOn(review, source.id), (claimId) => {
      const claim = review.claims.get(claimId);
      return claim ? withDespite(claim, (ids) => ids.filter((id) => id !== source.id)) : null;
    }),
  ]);
}

/** Ties files of the vault to a source; null when it has them all. */
export function attachFiles(
  review: Review,
  sourceId: string,
  files: readonly KeptFile[],
  facts: Facts,
): Step | null {
  return stepOf('source.edit', fileEdits(sourceId, files, filesOf(review, sourceId), facts));
}

/** Takes a file off its source. The vault keeps it, for undo and for the history. */
export function detachFile(attachment: Attachment): Step {
  return { action: 'source.edit', edits: [deleteEdit('attachments', attachment)] };
}

/** Deletes a source with its evidence and files; what was derived from it is derived from nothing. */
export function deleteSource(review: Review, source: Source): Step {
  const key = `sources/${source.id}` as const;
  return {
    action: 'source.delete',
    edits: present([
      ...referringTo(review, key, 'evidence').map((evidence) => deleteEdit('evidence', evidence)),
      ...referringTo(review, key, 'attachments').map((file) => deleteEdit('attachments', file)),
      ...referringTo(review, key, 'sources').map((derived) =>
        updateEdit('sources', derived, { derivedFrom: null }),
      ),
      deleteEdit('sources', source),
    ]),
  };
}

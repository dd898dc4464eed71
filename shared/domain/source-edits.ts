import type { Edit } from './change';
import { createEdit, deleteEdit, updateEdit } from './edits';
import type { Evidence } from './evidence';
import type { Source } from './source';
import type { Facts, Step } from './step';

/** What a person fills in of a source; the rest has a sensible start. */
export type SourceFields = Pick<
  Source,
  'kind' | 'title' | 'author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url' | 'primary'
>;

export type EvidenceFields = Pick<Evidence, 'stance' | 'locator' | 'quote'>;

/** A source with what was filled in, good and not confidential. */
export function newSource(fields: SourceFields, id: string): Source {
  return {
    id,
    ...fields,
    archiveUrl: null,
    contact: null,
    confidential: false,
    derivedFrom: null,
    standing: 'good',
  };
}

function present(edits: (Edit | null)[]): Edit[] {
  return edits.filter((edit) => edit !== null);
}

/** Ties a claim to a source: to the one given (mended as filled in), or to a new one. */
export function attachEvidence(
  claimId: string,
  source: { existing: Source | null; fields: SourceFields },
  evidence: EvidenceFields,
  facts: Facts,
): Step {
  const tied = source.existing ?? newSource(source.fields, facts.newId());
  return {
    action: 'evidence.attach',
    edits: present([
      source.existing ? updateEdit('sources', source.existing, source.fields) : createEdit('sources', tied),
      createEdit('evidence', { id: facts.newId(), claimId, sourceId: tied.id, note: null, ...evidence }),
    ]),
  };
}

/** Mends the evidence and the source it ties; null when nothing differs. */
export function editEvidence(
  evidence: Evidence,
  evidenceFields: EvidenceFields,
  source: Source,
  sourceFields: SourceFields,
): Step | null {
  const edits = present([
    updateEdit('sources', source, sourceFields),
    updateEdit('evidence', evidence, evidenceFields),
  ]);
  return edits.length === 0 ? null : { action: 'evidence.edit', edits };
}

/** Unties the claim from the source. The source stays, to be picked again. */
export function removeEvidence(evidence: Evidence): Step {
  return { action: 'evidence.remove', edits: [deleteEdit('evidence', evidence)] };
}

import type { Source } from '#shared/domain/base/source.ts';

/** The types of CSL-JSON items (CSL 1.0.2, appendix III) that a source can have. */
export const cslTypes = ['webpage', 'document', 'dataset', 'personal_communication'] as const;

export type CslType = (typeof cslTypes)[number];

interface SourceKindTraits {
  cslType: CslType;
  /** The verb for the date of access: the reviewer consulted, interviewed, … */
  accessVerb: 'read' | 'spoken to';
  /** Whether the source is a person: its title is a name, and its date of access is the day of the conversation. */
  isPerson: boolean;
}

/**
 * How reports treat each kind of source. A file or a book may be anything, so it is a CSL `document`; a conversation is not
 * a published work, so it is a `personal_communication`.
 */
export const sourceKindTraits: Readonly<Record<Source['kind'], SourceKindTraits>> = {
  webPage: { cslType: 'webpage', accessVerb: 'read', isPerson: false },
  document: { cslType: 'document', accessVerb: 'read', isPerson: false },
  dataset: { cslType: 'dataset', accessVerb: 'read', isPerson: false },
  person: { cslType: 'personal_communication', accessVerb: 'spoken to', isPerson: true },
};

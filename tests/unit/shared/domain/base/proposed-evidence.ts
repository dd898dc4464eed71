import type { NamedSource, ProposedEvidence } from '#shared/domain/base/evidence.ts';

const emptySource: NamedSource = {
  kind: 'webPage',
  title: null,
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
  contact: null,
  confidential: false,
};

/** Proposed evidence that nobody has looked at. */
export function createProposedEvidence(
  id: string,
  claimId: string,
  source: Partial<NamedSource> | null,
  more: Partial<ProposedEvidence> = {},
): ProposedEvidence {
  return {
    id,
    claimId,
    annotation: { by: 'Ada Fields', at: null, text: `Ada Fields: annotation ${id}` },
    source: source && { ...emptySource, ...source },
    locator: null,
    quote: null,
    index: 0,
    state: 'unseen',
    reason: null,
    decidedBy: null,
    decidedAt: null,
    ...more,
  };
}

import { goodStanding } from '#shared/domain/base/source-standing.ts';
import type { DraftProposal, ProposedClaim, ProposedSource } from '#shared/import/base/proposal.ts';
import { createProposedClaim, createTestProposal, findWords } from '#tests/libraries/proposals.ts';
import { createEvidenceFields, emptySource } from '#tests/libraries/sources.ts';

/** A source of a check. Missing fields are empty. */
export interface SeededSource extends Partial<ProposedSource> {
  title: string;
  files?: [name: string, content: string][];
  /** The index of the source that this one repeats. */
  derivedFromIndex?: number;
}

type SeededEvidence = Partial<ProposedClaim['evidence'][number]> & { source: number };

/** A claim on words of the article. Missing fields are empty. */
export interface SeededClaim extends Partial<Omit<ProposedClaim, 'span' | 'evidence'>> {
  words: string;
  evidence?: SeededEvidence[];
}

/** An article with its claims and sources, stored before the app starts. */
export interface SeededCheck {
  title: string;
  byline?: string;
  paragraphs: readonly string[];
  sources: readonly SeededSource[];
  claims: readonly SeededClaim[];
}

const { title: _, derivedFrom: __, ...emptyFields } = emptySource;

/** A proposed source in which every field but the title is empty. */
export const emptyProposedSource: Omit<ProposedSource, 'title'> = { ...emptyFields, ...goodStanding };

function toProposedClaim({ words, evidence = [], ...fields }: SeededClaim, text: string): ProposedClaim {
  const claim = createProposedClaim(findWords(text, words), fields);
  return { ...claim, evidence: evidence.map((fields) => ({ ...createEvidenceFields(), ...fields })) };
}

/** The proposal that an import with these claims and sources would make. Files of sources are not part of a proposal. */
export function toProposal({ title, byline = '', paragraphs, sources, claims }: SeededCheck): DraftProposal {
  const proposal = createTestProposal(paragraphs, { title, byline: byline || null });
  return {
    ...proposal,
    sources: sources.map(({ files: _, derivedFromIndex: __, ...fields }) => ({
      ...emptyProposedSource,
      ...fields,
    })),
    claims: claims.map((claim) => toProposedClaim(claim, proposal.text)),
  };
}

import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { type DraftProposal, noClaims, type ProposedClaim } from '#shared/import/base/proposal.ts';
import type { Span } from '#shared/text/span.ts';

/** A proposal of pasted blocks; a string is a paragraph. Without `more`, it has a title and nothing else. */
export function createTestProposal(
  blocks: readonly (string | ImportedBlock)[],
  more: Partial<DraftProposal> = {},
): DraftProposal {
  const body = joinBlocks(
    blocks.map((block) =>
      typeof block === 'string' ? { kind: 'paragraph', level: null, text: block, marks: [] } : block,
    ),
  );
  return {
    title: 'The ferry',
    byline: null,
    link: null,
    publishedAt: null,
    language: 'en',
    origin: { kind: 'paste', name: null },
    ...noClaims,
    ...body,
    ...more,
  };
}

/** An unchecked claim without note, evidence or anything else that is not in `more`. */
export function createProposedClaim(
  { start, end }: Span,
  more: Partial<Omit<ProposedClaim, 'span'>> = {},
): ProposedClaim {
  return {
    span: { start, end },
    verdict: 'unchecked',
    annotation: null,
    note: null,
    correction: null,
    claimant: null,
    kind: null,
    evidence: [],
    proposedEvidence: [],
    ...more,
  };
}

/** The first place of words in a text. Throws when the text does not contain them. */
export function findWords(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`The text does not contain "${words}".`);
  return { start, end: start + words.length };
}

import type { Verdict } from '../../../shared/domain/verdict';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { emptyProposedSource } from '../../e2e/support/articles/seeded-check';
import { createProposedClaim, createTestProposal, findWords } from '../../libraries/proposals';
import { createEvidenceFields } from '../../libraries/sources';

/** The short form in which the articles of walks are written. */
export interface ArticleSpec {
  title: string;
  blocks: readonly (Pick<ImportedBlock, 'kind' | 'text'> & { level?: number })[];
  /** `sources` are indexes into the sources of the article. */
  claims: readonly { words: string; verdict: Verdict; sources: readonly number[] }[];
  /** The titles of the sources. */
  sources: readonly string[];
}

/** The article as an importer would propose it. Throws when it does not contain the words of a claim. */
export function createProposal({ title, blocks, claims, sources }: ArticleSpec): DraftProposal {
  const proposal = createTestProposal(
    blocks.map((block) => ({ level: null, marks: [], ...block })),
    { title, sources: sources.map((name) => ({ ...emptyProposedSource, title: name })) },
  );
  return {
    ...proposal,
    claims: claims.map(({ words, verdict, sources: indexes }) => {
      const evidence = indexes.map((source) => ({ source, ...createEvidenceFields() }));
      return createProposedClaim(findWords(proposal.text, words), { verdict, evidence });
    }),
  };
}

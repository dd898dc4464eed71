import type { Verdict } from '../../../shared/domain/verdict';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { readAnnotation } from '../../../shared/references/annotations/read-annotation';
import { emptyProposedSource } from '../../e2e/support/articles/seeded-check';
import { createProposedClaim, createTestProposal, findWords } from '../../libraries/proposals';
import { createEvidenceFields } from '../../libraries/sources';

/** The short form in which the articles of walks are written. */
export interface ArticleSpec {
  title: string;
  blocks: readonly (Pick<ImportedBlock, 'kind' | 'text'> & { level?: number })[];
  /** `sources` are indexes into the sources of the article. */
  claims: readonly {
    words: string;
    verdict: Verdict;
    sources: readonly number[];
    /** The author's annotation, whose sources are proposed as evidence. */
    annotation?: string;
  }[];
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
    claims: claims.map(({ words, verdict, sources: indexes, annotation: text }) => {
      const evidence = indexes.map((source) => ({ source, ...createEvidenceFields() }));
      const annotation = text === undefined ? null : { by: 'Ines Okafor', at: null, text };
      const proposedEvidence = annotation
        ? readAnnotation(annotation.text).map((reading) => ({ annotation, ...reading }))
        : [];
      return createProposedClaim(findWords(proposal.text, words), { verdict, evidence, proposedEvidence });
    }),
  };
}

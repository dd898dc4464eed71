import type { Verdict } from '../../../shared/domain/verdict';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { emptyProposedSource } from '../../e2e/support/articles/seeded-check';

/** The short form in which the articles of walks are written. */
export interface ArticleSpec {
  title: string;
  blocks: readonly (Pick<ImportedBlock, 'kind' | 'text'> & { level?: number })[];
  /** `sources` are indexes into the sources of the article. */
  claims: readonly { words: string; verdict: Verdict; sources: readonly number[] }[];
  /** The titles of the sources. */
  sources: readonly string[];
}

const emptyFields = {
  note: null,
  correction: null,
  claimant: null,
  kind: null,
  annotation: null,
  proposedEvidence: [],
};

/** The article as an importer would propose it. Throws when it does not contain the words of a claim. */
export function createProposal({ title, blocks, claims, sources }: ArticleSpec): DraftProposal {
  const body = joinBlocks(blocks.map((block) => ({ level: null, marks: [], ...block })));
  return {
    ...{ title, byline: null, link: null, publishedAt: null, language: 'en' },
    origin: { kind: 'paste', name: null },
    ...body,
    annotationsWithoutWords: [],
    sources: sources.map((name) => ({ ...emptyProposedSource, title: name })),
    claims: claims.map(({ words, verdict, sources: indexes }) => {
      const start = body.text.indexOf(words);
      if (start < 0) throw new Error(`the article has no "${words}"`);
      const span = { start, end: start + words.length };
      const evidence = indexes.map((source) => ({
        ...{ source, stance: 'supports' as const, locator: null, quote: null, note: null },
      }));
      return { ...emptyFields, span, verdict, evidence };
    }),
  };
}

import type { Verdict } from '../../../shared/domain/verdict';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { noSource } from '../../e2e/support/articles/seeded-check';

/** An article that a walk begins with, as it is written down here. */
export interface ArticleSpec {
  title: string;
  blocks: readonly (Pick<ImportedBlock, 'kind' | 'text'> & { level?: number })[];
  claims: readonly { words: string; verdict: Verdict; sources: readonly number[] }[];
  /** The titles of its sources. */
  sources: readonly string[];
}

const emptyFields = { note: null, correction: null, claimant: null, kind: null };

/** The article as an importer would propose it. Throws when the words of a claim are not in it. */
export function createProposal({ title, blocks: parts, claims, sources }: ArticleSpec): DraftProposal {
  const body = joinBlocks(parts.map((part) => ({ level: null, marks: [], ...part })));
  return {
    ...{ title, byline: null, link: null, publishedAt: null, language: 'en' },
    origin: { kind: 'paste', name: null },
    ...body,
    sources: sources.map((name) => ({ ...noSource, title: name })),
    claims: claims.map(({ words, verdict, sources: ties }) => {
      const start = body.text.indexOf(words);
      if (start < 0) throw new Error(`the article has no "${words}"`);
      const span = { start, end: start + words.length };
      const evidence = ties.map((source) => ({
        ...{ source, stance: 'supports' as const, locator: null, quote: null, note: null },
      }));
      return { ...emptyFields, span, verdict, evidence };
    }),
  };
}

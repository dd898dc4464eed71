import type { DraftProposal } from '../import/proposal';
import { countWords } from '../text/words';
import type { Article } from './article';
import type { Change } from './change';
import { markClaim } from './claim-edits';
import type { Draft, DraftRow } from './draft';
import { createEdit } from './edits';
import type { Source } from './source';
import type { Facts } from './step';

/**
 * Opens an article from a proposal: the draft to be stored, and the first change of its history. `sha256` is that of the
 * proposal's text in UTF-8.
 */
export function openArticle(
  proposal: DraftProposal,
  articleId: string,
  sha256: string,
  facts: Facts,
): { draft: Draft; change: Change } {
  const { title, byline, link, publishedAt, language, origin, text, blocks, marks } = proposal;
  const article: Article = { id: articleId, title, byline, link, publishedAt, language, createdAt: facts.at };
  const row: DraftRow = {
    id: facts.newId(),
    number: 1,
    importedAt: facts.at,
    origin,
    sha256,
    words: countWords(text),
  };
  const { words: _, ...named } = row;
  const draft: Draft = { ...named, language, text, blocks, marks };
  const sources = proposal.sources.map(
    (source): Source => ({ id: facts.newId(), ...source, derivedFrom: null }),
  );
  const claims = proposal.claims.flatMap(({ span, verdict, evidence, ...written }) => {
    const { step, claimId } = markClaim(draft, span, verdict, facts, written);
    const ties = evidence.flatMap(({ source, ...fields }) => {
      const sourceId = sources[source]?.id;
      return sourceId ? [createEdit('evidence', { id: facts.newId(), claimId, sourceId, ...fields })] : [];
    });
    return [...step.edits, ...ties];
  });
  const edits = [
    createEdit('article', article),
    createEdit('drafts', row),
    ...sources.map((source) => createEdit('sources', source)),
    ...claims,
  ];
  const change: Change = {
    id: facts.newId(),
    at: facts.at,
    by: facts.by,
    action: 'article.open',
    edits,
    undoes: null,
  };
  return { draft, change };
}

import type { Article } from '../domain/article';
import type { Draft } from '../domain/draft';
import type { Change } from '../domain/history/change';
import { createEdit } from '../domain/history/edits';
import type { Facts } from '../domain/history/step';
import type { DraftProposal } from '../import/proposal';
import { newDraft, proposedEdits } from './new-draft';

/**
 * Opens an article from a proposal: the draft to be stored, and the first change of its history. `sha256` is that of the
 * proposal's text in UTF-8, `judgedBy` who judged the claims that the proposal brings along.
 */
export function openArticle(
  proposal: DraftProposal,
  articleId: string,
  sha256: string,
  facts: Facts,
  judgedBy = facts.by,
): { draft: Draft; change: Change } {
  const { title, byline, link, publishedAt, language } = proposal;
  const article: Article = { id: articleId, title, byline, link, publishedAt, language, createdAt: facts.at };
  const { draft, row } = newDraft(proposal, 1, sha256, facts);
  const change: Change = {
    id: facts.newId(),
    at: facts.at,
    by: facts.by,
    action: 'article.open',
    edits: [
      createEdit('article', article),
      createEdit('drafts', row),
      ...proposedEdits(proposal, draft, { ...facts, by: judgedBy }),
    ],
    undoes: null,
  };
  return { draft, change };
}

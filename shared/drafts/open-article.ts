import type { Article } from '../domain/article';
import type { Draft } from '../domain/draft/draft';
import type { Change } from '../domain/history/change';
import { makeCreateEdit } from '../domain/history/make-edits';
import type { EditContext } from '../domain/history/step';
import type { DraftProposal } from '../import/proposal';
import { createDraft, createProposalEdits } from './create-draft';

/**
 * Opens an article from a proposal: creates its first draft, and the first change of its history. `sha256` is that of the
 * proposal's text in UTF-8. `judgedBy` is named as the reviewer who judged the claims that the proposal holds. `account` is that
 * of the import.
 */
export function openArticle(
  proposal: DraftProposal,
  articleId: string,
  sha256: string,
  context: EditContext,
  judgedBy = context.by,
  account: Draft['account'] = null,
): { draft: Draft; change: Change } {
  const { title, byline, link, publishedAt, language } = proposal;
  const article: Article = {
    id: articleId,
    title,
    byline,
    link,
    publishedAt,
    language,
    deadline: null,
    createdAt: context.at,
  };
  const { draft, row } = createDraft(proposal, 1, sha256, context, { account, earlierComments: [] });
  const change: Change = {
    id: context.newId(),
    at: context.at,
    by: context.by,
    action: 'article.open',
    edits: [
      makeCreateEdit('article', article),
      makeCreateEdit('drafts', row),
      ...createProposalEdits(proposal, draft, { ...context, by: judgedBy }),
    ],
    undoes: null,
  };
  return { draft, change };
}

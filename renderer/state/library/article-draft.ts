import { articleFields } from '../../../shared/domain/article';
import { dateSchema, typed, typedLine } from '../../../shared/domain/primitives';
import { parseUrl } from '../../../shared/domain/url';
import type { DraftProposal } from '../../../shared/import/proposal';
import { dateProblem, urlProblem } from '../field-problems';

type ArticleFields = Pick<DraftProposal, keyof typeof articleFields>;

/** What is known of an article, as it is typed. */
export type ArticleDraft = Record<keyof ArticleFields, string>;

/** For each field that does not parse: what is wrong with it. */
export type ArticleProblems = Partial<ArticleDraft>;

export function articleTyped({ title, byline, link, publishedAt, language }: ArticleFields): ArticleDraft {
  return {
    title,
    byline: byline ?? '',
    link: link ?? '',
    publishedAt: publishedAt ?? '',
    language: language ?? '',
  };
}

/** What was typed, parsed; or what is wrong with it, field by field. */
export function parseArticle(
  draft: ArticleDraft,
): { ok: true; fields: ArticleFields } | { ok: false; problems: ArticleProblems } {
  const title = typedLine(draft.title);
  const link = typed(draft.link) === null ? null : parseUrl(draft.link);
  const publishedAt = typed(draft.publishedAt);
  const language = articleFields.language.safeParse(typed(draft.language));
  const problems: ArticleProblems = {
    ...(title === null && { title: 'An article needs a title.' }),
    ...(typed(draft.link) !== null && link === null && { link: urlProblem }),
    ...(publishedAt !== null && !dateSchema.safeParse(publishedAt).success && { publishedAt: dateProblem }),
    ...(!language.success && { language: 'A language is a tag like en, en-GB or de.' }),
  };
  if (title === null || !language.success || Object.keys(problems).length > 0) return { ok: false, problems };
  const byline = typedLine(draft.byline);
  return { ok: true, fields: { title, byline, link, publishedAt, language: language.data } };
}

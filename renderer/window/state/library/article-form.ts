import { nanoid } from 'nanoid';
import type { articleFields } from '#shared/domain/base/article.ts';
import { dateSchema, normalizeInput, normalizeLineInput, parseUrl } from '#shared/domain/base/primitives.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { parseLanguage } from '#shared/text/languages.ts';
import { client, takeValue } from '../base/client.ts';
import { loadLibrary } from './library.ts';

/** Renames an article. That is an ordinary change, so it is in the article's history and can be undone there. */
export async function renameArticle({ id, title, copyOf }: LibraryEntry, name: string): Promise<boolean> {
  const step = editArticle({ id: copyOf ?? id, title }, { title: name });
  if (!step) return true;
  const change = { id: nanoid(), ...step };
  if (!takeValue(await client.call('review.apply', { articleId: id, change }), 'library')) return false;
  await loadLibrary();
  return true;
}

/** Error messages for fields that do not parse, the same in every form. */
export const invalidUrlMessage = 'Only http, https, doi and mailto addresses are accepted.';
export const invalidDateMessage = 'A date is a year, 2026, a month, 2026-11, or a day, 2026-11-24.';

type ArticleFields = Pick<DraftProposal, keyof typeof articleFields>;

/** The fields of an article as they are typed. */
export type ArticleForm = Record<keyof ArticleFields, string>;

/** An error message for each field that does not parse. */
export type ArticleFormErrors = Partial<ArticleForm>;

export function toArticleForm({ title, byline, link, publishedAt, language }: ArticleFields): ArticleForm {
  return {
    title,
    byline: byline ?? '',
    link: link ?? '',
    publishedAt: publishedAt ?? '',
    language: language ?? '',
  };
}

/** The fields that differ from those that the form began with. */
export function listEditedFields(form: ArticleForm, original: ArticleForm): Partial<ArticleForm> {
  const before = new Map(Object.entries(original));
  return Object.fromEntries(Object.entries(form).filter(([name, value]) => value !== before.get(name)));
}

/**
 * The typed fields, parsed, or an error message for each field that does not parse. `language` is the one that the article has: it stays
 * as it is when nobody changed it.
 */
export function parseArticleForm(
  form: ArticleForm,
  language: string | null,
): { ok: true; fields: ArticleFields } | { ok: false; errors: ArticleFormErrors } {
  const title = normalizeLineInput(form.title);
  const link = normalizeInput(form.link) === null ? null : parseUrl(form.link);
  const publishedAt = normalizeInput(form.publishedAt);
  const typedLanguage = normalizeInput(form.language);
  const parsedLanguage =
    typedLanguage === null || typedLanguage === language ? typedLanguage : parseLanguage(typedLanguage);
  const isLanguageKnown = typedLanguage === null || parsedLanguage !== null;
  const errors: ArticleFormErrors = {
    ...(title === null && { title: 'An article needs a title.' }),
    ...(normalizeInput(form.link) !== null && link === null && { link: invalidUrlMessage }),
    ...(publishedAt !== null &&
      !dateSchema.safeParse(publishedAt).success && { publishedAt: invalidDateMessage }),
    ...(!isLanguageKnown && {
      language: 'There is no such language. Enter its name in English, or a tag like en-GB.',
    }),
  };
  if (title === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const byline = normalizeLineInput(form.byline);
  return { ok: true, fields: { title, byline, link, publishedAt, language: parsedLanguage } };
}

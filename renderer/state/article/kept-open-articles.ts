import { create } from 'zustand';

/**
 * The half-filled forms that keep an article open in main after it left the screen, by article. When main closes an article, it
 * deletes the files in the vault that no change names, and the files of such a form are not in a change yet.
 */
export const useKeptOpenArticles = create<Record<string, readonly string[]>>()(() => ({}));

/** Sets whether a form keeps the article it belongs to open. */
export function keepArticleOpen(articleId: string, formId: string, isNeeded: boolean): void {
  useKeptOpenArticles.setState((formsByArticle) => {
    const others = (formsByArticle[articleId] ?? []).filter((id) => id !== formId);
    return { [articleId]: isNeeded ? [...others, formId] : others };
  });
}

export function isKeptOpen(articleId: string): boolean {
  return (useKeptOpenArticles.getState()[articleId] ?? []).length > 0;
}

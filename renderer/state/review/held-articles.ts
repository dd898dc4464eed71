import { create } from 'zustand';

/** What holds an article open after its screen was left, by article: its files would be swept from the vault otherwise. */
export const useHeldArticles = create<Record<string, readonly string[]>>()(() => ({}));

/** Says whether a form holds the article it belongs to. */
export function holdArticle(articleId: string, formId: string, holds: boolean): void {
  useHeldArticles.setState((held) => {
    const others = (held[articleId] ?? []).filter((id) => id !== formId);
    return { [articleId]: holds ? [...others, formId] : others };
  });
}

export function isHeld(articleId: string): boolean {
  return (useHeldArticles.getState()[articleId] ?? []).length > 0;
}

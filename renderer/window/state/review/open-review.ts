import { createContext } from 'react';
import { create } from 'zustand';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { type Guard, isNullOr, isObject, isText } from '#shared/text/guards.ts';
import { createPersistedStore } from '../base/persisted-store.ts';
import type { Session } from './session.ts';

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

/** Names these edits among what keeps an article open: the files that they attach are in no change yet. */
const waitingEdits = 'waiting edits';

/** The edits that wait until their article can be edited again, for example after a repair, by article and in order. */
const editsByArticle = new Map<string, readonly ProposedChange[]>();

/** Keeps edits until a session of the article can be edited. */
export function keepWaitingEdits(articleId: string, edits: readonly ProposedChange[]): void {
  if (edits.length === 0) return;
  editsByArticle.set(articleId, [...(editsByArticle.get(articleId) ?? []), ...edits]);
  keepArticleOpen(articleId, waitingEdits, true);
}

/** Takes the edits that wait for the article, so that a session applies them before all others. */
export function takeWaitingEdits(articleId: string): readonly ProposedChange[] {
  const edits = editsByArticle.get(articleId) ?? [];
  if (editsByArticle.delete(articleId)) keepArticleOpen(articleId, waitingEdits, false);
  return edits;
}

/** How many edits of all articles wait. */
export function countWaitingEdits(): number {
  return [...editsByArticle.values()].reduce((count, edits) => count + edits.length, 0);
}

/** The open review. Apart from the hooks that read it, which the library does without. */
export const SessionContext = createContext<Session | null>(null);

interface LastArticle {
  articleId: string | null;
}

const isStored: Guard<LastArticle> = isObject({ articleId: isNullOr(isText) });

const useLastArticle = createPersistedStore<LastArticle, LastArticle>({
  name: 'last-article',
  initial: { articleId: null },
  isStored,
  toStored: ({ articleId }) => ({ articleId }),
});

/** The article that was on the screen when the window closed; null for the library. */
export function getLastArticleId(): string | null {
  return useLastArticle.getState().articleId;
}

export function saveLastArticleId(articleId: string | null): void {
  useLastArticle.setState({ articleId });
}

interface OpenReview {
  /** The review on the screen; null while the library is shown. */
  session: Session | null;
  /** Whether the article of the last run is about to be shown, at the start. */
  isReopening: boolean;
}

/** The review on the screen. */
export const useOpenReview = create<OpenReview>()(() => ({
  session: null,
  isReopening: getLastArticleId() !== null,
}));

export function currentSession(): Session | null {
  return useOpenReview.getState().session;
}

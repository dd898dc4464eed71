import { createContext } from 'react';
import { create } from 'zustand';
import { type Guard, isNullOr, isObject, isText } from '../../../shared/text/guards';
import { createPersistedStore } from '../persisted-store';
import type { Session } from '../review/session';

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

import { create } from 'zustand';
import type { ArticleForm } from '#renderer/window/state/library/article-form.ts';

/** The fields of the details that differ from what is stored, as they were typed. */
interface UnsavedDetails {
  fields: Partial<ArticleForm>;
  /** Null when the deadline was left as it was. */
  deadline: string | null;
}

/** The details that were typed before their dialog was closed with Escape, by article. They are kept until they are saved or cancelled. */
const useUnsavedDetails = create<Record<string, UnsavedDetails>>()(() => ({}));

export function findUnsavedDetails(articleId: string): UnsavedDetails | undefined {
  return useUnsavedDetails.getState()[articleId];
}

/** Keeps what was typed. False when nothing differs from what is stored. */
export function keepDetails(articleId: string, details: UnsavedDetails): boolean {
  discardDetails(articleId);
  if (Object.keys(details.fields).length === 0 && details.deadline === null) return false;
  useUnsavedDetails.setState({ [articleId]: details });
  return true;
}

export function discardDetails(articleId: string): void {
  const { [articleId]: _discarded, ...others } = useUnsavedDetails.getState();
  useUnsavedDetails.setState(others, true);
}

/** Counts the articles with details that are not saved. */
export function countUnsavedDetails(): number {
  return Object.keys(useUnsavedDetails.getState()).length;
}

import { nanoid } from 'nanoid';
import { create } from 'zustand';
import { clearErrors } from '#renderer/window/state/base/notices.ts';
import { keepArticleOpen } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { LibrarySource } from '#shared/contract/commands/library-commands.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { SourceFormValues } from './source-form-values.ts';

/** The known source that was picked for a form: one of this article, or one of another article in the library. */
export type PickedSource =
  | { from: 'article'; sourceId: string }
  | { from: 'library'; librarySource: LibrarySource };

export interface UnsavedForm {
  articleId: string;
  /** Unique for each form that is opened. Files that arrive late are added only to the form with their token. */
  token: string;
  /** The values before anything was changed. Only fields that differ from them are saved. */
  initialValues: SourceFormValues;
  values: SourceFormValues;
  picked: PickedSource | null;
  files: readonly StoredFile[];
  /** The ids of the author's proposals that were merged into the form, and are accepted when it is saved. */
  mergedProposals: readonly string[];
  pendingAdditions: number;
}

/**
 * The unsaved forms by article, and by the id of the claim that gets a new source, or of the evidence, proposed evidence or source.
 * The id alone is not enough: claims imported from annotations keep theirs, so two articles can have a claim with the same id, and
 * what was typed for one article must never turn up in another.
 */
export const useUnsavedForms = create<Record<string, UnsavedForm>>()(() => ({}));

function getKey(articleId: string, id: string): string {
  return `${articleId}/${id}`;
}

export function findForm(articleId: string, id: string): UnsavedForm | undefined {
  return useUnsavedForms.getState()[getKey(articleId, id)];
}

export function useUnsavedForm(articleId: string, id: string): UnsavedForm | undefined {
  return useUnsavedForms((forms) => forms[getKey(articleId, id)]);
}

export function createForm(articleId: string, values: SourceFormValues): UnsavedForm {
  const nothingAdded = { picked: null, files: [], mergedProposals: [], pendingAdditions: 0 };
  return { articleId, token: nanoid(), initialValues: values, values, ...nothingAdded };
}

/** Sets a form, which stays when the reviewer goes to another claim or to the library. */
export function setForm(id: string, form: UnsavedForm): void {
  useUnsavedForms.setState({ [getKey(form.articleId, id)]: form });
  keepArticleOpen(form.articleId, id, form.files.length > 0);
}

export function discardForm(articleId: string, id: string): void {
  const { [getKey(articleId, id)]: discarded, ...others } = useUnsavedForms.getState();
  if (!discarded) return;
  useUnsavedForms.setState(others, true);
  clearErrors('form');
  keepArticleOpen(articleId, id, false);
}

function getId(key: string, { articleId }: UnsavedForm): string {
  return key.slice(getKey(articleId, '').length);
}

export function discardFormsOfArticle(articleId: string): void {
  for (const [key, form] of Object.entries(useUnsavedForms.getState()))
    if (form.articleId === articleId) discardForm(articleId, getId(key, form));
}

/** Counts the unsaved forms. A form of the open review whose claim, evidence or source was deleted does not count. */
export function countUnsavedForms(session: Session | null): number {
  const exists = (id: string) =>
    session?.review.claims.has(id) ||
    session?.review.evidence.has(id) ||
    session?.review.proposedEvidence.has(id) ||
    session?.review.sources.has(id);
  return Object.entries(useUnsavedForms.getState()).filter(
    ([key, form]) => form.articleId !== session?.articleId || exists(getId(key, form)),
  ).length;
}

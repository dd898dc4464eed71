import { nanoid } from 'nanoid';
import { create } from 'zustand';
import type { KnownSource } from '../../../../shared/contract/commands';
import type { KeptFile } from '../../../../shared/domain/attachment';
import { settleProblems } from '../../../state/notices';
import { holdArticle } from '../../../state/review/held-articles';
import type { Session } from '../../../state/review/session';
import type { SourceDraft } from './source-draft';

/** The source that was picked for a form: one of this article, or one of another. */
export type Picked = { from: 'article'; sourceId: string } | { from: 'library'; known: KnownSource };

/** A source form as it was left: half filled in, the source picked for it, the files attached meanwhile. */
export interface KeptForm {
  articleId: string;
  /** Another one for each form that is begun: what comes in late is for that one alone. */
  token: string;
  /** What stood in it before anything was changed: only what differs from it is the reviewer's wish. */
  base: SourceDraft;
  draft: SourceDraft;
  picked: Picked | null;
  files: readonly KeptFile[];
  /** How many times files are being attached right now. */
  pending: number;
}

/** By the id of the claim a source is attached to, or of the evidence or source that is mended. */
export const useKeptForms = create<Record<string, KeptForm>>()(() => ({}));

/** A form in which nothing was changed yet. */
export function beginForm(articleId: string, draft: SourceDraft): KeptForm {
  return { articleId, token: nanoid(), base: draft, draft, picked: null, files: [], pending: 0 };
}

/** A form that was left for another claim or the library goes on where it was. */
export function keepForm(id: string, form: KeptForm): void {
  useKeptForms.setState({ [id]: form });
  holdArticle(form.articleId, id, form.files.length > 0);
}

export function dropForm(id: string): void {
  const { [id]: dropped, ...others } = useKeptForms.getState();
  if (!dropped) return;
  useKeptForms.setState(others, true);
  settleProblems('form');
  holdArticle(dropped.articleId, id, false);
}

/** Drops the forms of an article that was deleted: there is nothing to save them to. */
export function dropFormsOf(articleId: string): void {
  for (const [id, form] of Object.entries(useKeptForms.getState()))
    if (form.articleId === articleId) dropForm(id);
}

/** How many forms are half filled in. One whose claim or source is gone in the open review waits for nothing. */
export function countKeptForms(session: Session | null): number {
  const isThere = (id: string) =>
    session?.review.claims.has(id) || session?.review.evidence.has(id) || session?.review.sources.has(id);
  return Object.entries(useKeptForms.getState()).filter(
    ([id, { articleId }]) => articleId !== session?.articleId || isThere(id),
  ).length;
}

import { create } from 'zustand';
import type { KnownSource } from '../../../shared/contract/commands';
import type { KeptFile } from '../../../shared/domain/attachment';
import type { SourceDraft } from './source-draft';

/** The source that was picked for a form: one of this article, or one of another. */
export type Picked = { from: 'article'; sourceId: string } | { from: 'library'; known: KnownSource };

/** A source form as it was left: half filled in, the source picked for it, the files attached meanwhile. */
export interface KeptForm {
  draft: SourceDraft;
  picked: Picked | null;
  files: readonly KeptFile[];
}

/** By the id of the claim a source is attached to, or of the evidence or source that is mended. */
export const useKeptForms = create<Record<string, KeptForm>>()(() => ({}));

/** A form that was left for another claim or the library goes on where it was. */
export function keepForm(id: string, form: KeptForm): void {
  useKeptForms.setState({ [id]: form });
}

export function dropForm(id: string): void {
  const { [id]: _, ...others } = useKeptForms.getState();
  useKeptForms.setState(others, true);
}

/** How many forms are half filled in. */
export function countKeptForms(): number {
  return Object.keys(useKeptForms.getState()).length;
}

import { create } from 'zustand';
import type { SourceDraft } from './source-draft';

/** A source form as it was left: half filled in, and the source picked for it. */
export interface KeptForm {
  draft: SourceDraft;
  pickedId: string | null;
}

/** By the id of the claim a source is attached to, or of the evidence that is mended. */
const useKeptForms = create<Record<string, KeptForm>>()(() => ({}));

/** A form that was left for another claim or the library goes on where it was. */
export function keptForm(id: string): KeptForm | undefined {
  return useKeptForms.getState()[id];
}

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

import { create } from 'zustand';

/** The fields with text that is not a change yet, each as a function that makes it one. */
const useUncommittedFields = create<{ fields: ReadonlySet<() => void> }>()(() => ({ fields: new Set() }));

/** Registers a field until the returned function is called. */
export function registerUncommittedField(commit: () => void): () => void {
  setFields((fields) => fields.add(commit));
  return () => setFields((fields) => fields.delete(commit));
}

function setFields(change: (fields: Set<() => void>) => void): void {
  const fields = new Set(useUncommittedFields.getState().fields);
  change(fields);
  useUncommittedFields.setState({ fields });
}

/** Whether a field has text that is not a change yet, and so is not being saved. */
export function useIsTyping(): boolean {
  return useUncommittedFields(({ fields }) => fields.size > 0);
}

/** Makes changes of everything that is being typed: before undo, before another article is shown, and before the window closes. */
export function commitTyping(): void {
  for (const commit of [...useUncommittedFields.getState().fields]) commit();
}

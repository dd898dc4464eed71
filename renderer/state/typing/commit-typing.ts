/** The fields with text that is not a change yet, each as a function that makes it one. */
const uncommittedFields = new Set<() => void>();

/** Registers a field until the returned function is called. */
export function registerUncommittedField(commit: () => void): () => void {
  uncommittedFields.add(commit);
  return () => uncommittedFields.delete(commit);
}

/** Makes changes of everything that is being typed: before undo, before another article is shown, and before the window closes. */
export function commitTyping(): void {
  for (const commit of [...uncommittedFields]) commit();
}

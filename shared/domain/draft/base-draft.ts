import type { DraftRow } from './draft';

/**
 * Finds the draft whose text was imported: the draft itself, or the one that the corrections of one or several drafts in a row were applied
 * to. Null when that draft is not there any more.
 */
export function findBaseDraft(rows: readonly DraftRow[], draftId: string): DraftRow | null {
  const ordered = rows.toSorted((a, b) => b.number - a.number);
  const from = ordered.findIndex(({ id }) => id === draftId);
  if (from === -1) return null;
  return ordered.slice(from).find(({ origin }) => origin.kind !== 'corrections') ?? null;
}

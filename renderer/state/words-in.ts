import type { ProposedChange } from '../../shared/domain/history/change';

/** What a person writes, by the names of its fields. */
const written = new Set([
  'note',
  'correction',
  'claimant',
  'quote',
  'locator',
  'title',
  'author',
  'publisher',
  'contact',
  'url',
]);

/** What a person wrote in these changes, quoted, so that it can be copied before it is gone; '' when nothing. */
export function wordsIn(changes: readonly ProposedChange[]): string {
  return changes
    .flatMap(({ edits }) => edits)
    .flatMap((edit) => {
      if ('update' in edit) return Object.entries(edit.update.after);
      return 'create' in edit ? Object.entries(edit.create) : [];
    })
    .filter(([field, value]) => written.has(field) && typeof value === 'string')
    .map(([, value]) => `“${String(value)}”`)
    .join(', ');
}

import type { ProposedChange } from '../../../shared/domain/history/change';

/** The fields in which a person writes, of all tables. */
const writtenFields = new Set([
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

/** Quotes the text that a person wrote in these changes, so that it can be copied before it is lost; '' for none. */
export function quoteWrittenText(changes: readonly ProposedChange[]): string {
  return changes
    .flatMap(({ edits }) => edits)
    .flatMap((edit) => {
      if ('update' in edit) return Object.entries(edit.update.after);
      return 'create' in edit ? Object.entries(edit.create) : [];
    })
    .filter(([field, value]) => writtenFields.has(field) && typeof value === 'string')
    .map(([, value]) => `“${String(value)}”`)
    .join(', ');
}

import type { ProposedChange } from '../../../shared/domain/history/change';
import { judgedVerdictSchema, statusLooks } from '../../../shared/domain/verdict';
import { isolate } from '../../../shared/text/format/isolate';
import { shorten } from '../../../shared/text/format/shorten';

/** The length to which the words of a claim are shortened, in UTF-16 code units. */
const maxWordsLength = 80;

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

/**
 * Quotes what a person wrote or decided in changes that were lost, so that it can be copied and done again; '' for nothing.
 * `getWords` returns the words of a claim, null when they are not known.
 */
export function describeLostChanges(
  changes: readonly ProposedChange[],
  getWords: (claimId: string) => string | null,
): string {
  return changes
    .flatMap(({ edits }) => edits)
    .flatMap((edit) => {
      if ('delete' in edit) return [];
      const fields = 'update' in edit ? edit.update.after : edit.create;
      const written = Object.entries(fields).flatMap(([field, value]) =>
        writtenFields.has(field) && typeof value === 'string' ? [quote(value)] : [],
      );
      const judged = edit.table === 'claims' ? judgedVerdictSchema.safeParse(fields.verdict).data : undefined;
      const words = judged ? getWords(edit.id) : null;
      return words === null || !judged
        ? written
        : [`${quote(statusLooks[judged].label)} for ${quote(shorten(words, maxWordsLength))}`, ...written];
    })
    .join(', ');
}

function quote(text: string): string {
  return `“${isolate(text)}”`;
}

import { judgedVerdictSchema } from '../../../shared/domain/claim';
import { actionNames } from '../../../shared/domain/history/action-names';
import type { Edit, ProposedChange } from '../../../shared/domain/history/change';
import { sourceFieldTraits } from '../../../shared/domain/source';
import { sourceTextFields } from '../../../shared/domain/sources/source-fields';
import { statusLooks } from '../../../shared/domain/verdict';
import { isolate, shorten } from '../../../shared/text/format/wording';

/** The length to which the words of a claim are shortened, in UTF-16 code units. */
const maxWordsLength = 80;

/** The fields in which a person writes, of all tables. */
const writtenFields = new Set<string>([
  'note',
  'correction',
  'claimant',
  'quote',
  'reason',
  'locator',
  ...sourceTextFields.filter((field) => sourceFieldTraits[field].isWords),
]);

/** Returns the words of a claim, null when they are not known. */
type GetWords = (claimId: string) => string | null;

/**
 * Quotes what a person wrote or decided in changes that were lost, and names the others by what they did, so that all of it can
 * be done again; '' for nothing.
 */
export function describeLostChanges(changes: readonly ProposedChange[], getWords: GetWords): string {
  return changes
    .flatMap((change) => {
      const parts = change.edits.flatMap((edit) => describeEdit(edit, getWords));
      return parts.length > 0 ? parts : [describeAction(change, getWords)];
    })
    .join(', ');
}

function describeEdit(edit: Edit, getWords: GetWords): string[] {
  if ('delete' in edit) return [];
  const fields = 'update' in edit ? edit.update.after : edit.create;
  const written = Object.entries(fields).flatMap(([field, value]) =>
    writtenFields.has(field) && typeof value === 'string' && value !== '' ? [quote(value)] : [],
  );
  if (edit.table === 'tags' && typeof fields.name === 'string') written.push(quote(fields.name));
  const judged = edit.table === 'claims' ? judgedVerdictSchema.safeParse(fields.verdict).data : undefined;
  const words = judged ? getWords(edit.id) : null;
  return words === null || !judged
    ? written
    : [`${quote(statusLooks[judged].label)} for ${quote(shorten(words, maxWordsLength))}`, ...written];
}

function describeAction({ action, edits }: ProposedChange, getWords: GetWords): string {
  const words = edits.map((edit) => getWords(findClaimId(edit))).find((found) => found !== null);
  return words === undefined
    ? actionNames[action].result
    : `${actionNames[action].result} (${quote(shorten(words, maxWordsLength))})`;
}

/** The claim that an edit is about; '' when it does not say. */
function findClaimId(edit: Edit): string {
  if (edit.table === 'claims') return edit.id;
  const fields = 'create' in edit ? edit.create : 'delete' in edit ? edit.delete : edit.update.after;
  return typeof fields.claimId === 'string' ? fields.claimId : '';
}

function quote(text: string): string {
  return `“${isolate(text)}”`;
}

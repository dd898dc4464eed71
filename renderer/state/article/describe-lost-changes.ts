import type { Edit, ProposedChange } from '../../../shared/domain/history/change';
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
  'reason',
  'locator',
  'title',
  'author',
  'publisher',
  'contact',
  'url',
]);

/** The names of what a person did, for changes without text. */
const actionNames: Record<ProposedChange['action'], string> = {
  'article.edit': 'a change of the article’s details',
  'claim.mark': 'a marked claim',
  'claim.verdict': 'a verdict',
  'claim.edit': 'a change of a claim',
  'claim.resize': 'a claim’s new bounds',
  'claim.delete': 'a deleted claim',
  'claim.attach': 'a claim’s new place',
  'claim.letGo': 'a retired claim',
  'claim.split': 'a claim split by sentence',
  'claim.import': 'annotations imported from a file',
  'evidence.attach': 'an attached source',
  'evidence.edit': 'a change of an attached source',
  'evidence.remove': 'a source removed from a claim',
  'evidence.accept': 'an accepted source of the author',
  'evidence.decline': 'a declined source of the author',
  'evidence.reopen': 'a source of the author to be looked at again',
  'source.take': 'sources taken from the article',
  'source.edit': 'a change of a source',
  'source.standing': 'the standing of a source',
  'source.merge': 'a merge of sources',
  'source.delete': 'a deleted source',
  'dismissal.add': 'text set aside',
  'dismissal.remove': 'text to be looked at again',
  'query.dismiss': 'a query set aside',
  'query.reopen': 'a query to be looked at again',
  'tag.create': 'a new tag',
  'tag.edit': 'a change of a tag',
  'tag.delete': 'a deleted tag',
};

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
    ? actionNames[action]
    : `${actionNames[action]} (${quote(shorten(words, maxWordsLength))})`;
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

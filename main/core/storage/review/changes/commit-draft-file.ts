import type { DraftRow } from '../../../../../shared/domain/draft/draft';
import {
  createFileOrigin,
  getKeptOriginal,
  type KeptFile,
} from '../../../../../shared/domain/draft/draft-origin';
import type { TextMap } from '../../../../../shared/domain/draft/text-map';
import type { Change } from '../../../../../shared/domain/history/change';
import { makeUpdateEdit } from '../../../../../shared/domain/history/make-edits';
import { StetError } from '../../../errors/stet-error';
import { asNotStored } from '../../files/maybe-stored-error';
import { notSavedError } from '../../files/not-saved-error';
import type { DraftFiles } from '../draft-files';
import type { ChangeJournal } from './change-journal';
import { type ChangeStampContext, createStamp } from './commit-kinds';

/**
 * Throws `conflict` unless a draft was read from a file that the vault does not keep yet. Returns its origin with the file's
 * content.
 */
function addKeptFile({ number, origin }: DraftRow, file: KeptFile) {
  if (origin.kind !== 'file')
    throw new StetError('conflict', `Draft ${number} was not read from a file. Nothing was changed.`);
  if (getKeptOriginal(origin))
    throw new StetError('conflict', `The file of draft ${number} is kept already. Nothing was changed.`);
  return createFileOrigin(origin.name, file);
}

/**
 * Writes the map from a draft to the file that it was read from, then commits the change that names the file. The vault has the
 * file, and the draft has the file's text. Rejects as `ChangeJournal.commit` does, and with `notFound` or `conflict`.
 */
export async function commitDraftFile(
  journal: ChangeJournal,
  drafts: DraftFiles,
  context: ChangeStampContext,
  draftId: string,
  file: KeptFile,
  textMap: TextMap,
): Promise<Change> {
  journal.refuseReadOnly();
  const consequence = 'The file was not kept; the article is as it was.';
  const row = journal.review.drafts.get(draftId);
  if (!row) throw new StetError('notFound', 'This draft is not there any more.');
  const edit = makeUpdateEdit('drafts', row, { origin: addKeptFile(row, file) });
  await drafts.writeMap(row, { file: file.sha256, ...textMap }).catch((error) => {
    throw notSavedError(asNotStored(error), consequence);
  });
  const change = { ...createStamp(context), action: 'draft.keepFile' as const, undoes: null };
  return journal.commit({ ...change, edits: edit ? [edit] : [] }, { proposedBy: 'main', consequence });
}

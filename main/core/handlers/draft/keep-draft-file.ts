import type { DraftRow } from '../../../../shared/domain/draft/draft';
import { getKeptOriginal } from '../../../../shared/domain/draft/draft-origin';
import type { TextMap } from '../../../../shared/domain/draft/text-map';
import { StetError } from '../../errors/stet-error';
import { nameOriginal } from '../../import/name-original';
import type { OriginalFile } from '../../import/proposals';
import type { ImportedFile, Platform } from '../../platform';
import { hashText } from '../../storage/review/draft-files';
import type { ReviewStore } from '../../storage/review/review-store';
import type { Task } from '../../tasks/task';

/** Stores the file that a draft was read from in the vault. Rejects as `Vault.addInChunks`. */
export async function storeOriginal({ vault }: ReviewStore, { name, bytes }: OriginalFile): Promise<void> {
  const file = await vault.addInChunks(name, bytes.length);
  await file.append(bytes);
  await file.commit();
}

/** Reads a file and returns its map. Rejects with `badRequest` when its text is not that of the draft, or has no map. */
async function readMapOf(
  row: DraftRow,
  file: ImportedFile,
  task: Task,
  platform: Pick<Platform, 'readDraft'>,
): Promise<TextMap> {
  const result = await platform.readDraft(file, task);
  if (!result.ok) throw new StetError('badRequest', result.problem.message);
  const name = file.origin.name ?? 'The file';
  if (!result.textMap)
    throw new StetError(
      'badRequest',
      `${name} is not a Word document. Nothing was changed; choose the one that draft ${row.number} was read from.`,
    );
  if (hashText(result.proposal.text) !== row.sha256)
    throw new StetError(
      'badRequest',
      `The text of ${name} is not that of draft ${row.number}. Nothing was changed; choose the file that the draft was read from. A draft can’t be given its file when blocks were left out, split or joined before it was imported.`,
    );
  return result.textMap;
}

/**
 * Gives a draft the Word file that it was read from: its text has to be equal. The file and its map are stored, then the change
 * that names the file. Rejects with `badRequest`, or as `ReviewStore.keepDraftFile`; then the article is as it was.
 */
export async function keepDraftFile(
  store: ReviewStore,
  draftId: string,
  file: ImportedFile,
  task: Task,
  platform: Pick<Platform, 'readDraft'>,
): Promise<void> {
  store.refuseReadOnly();
  const row = await store.read((review) => review.drafts.get(draftId));
  if (!row) throw new StetError('notFound', 'This draft is not there any more.');
  const textMap = await readMapOf(row, file, task, platform);
  const kept = getKeptOriginal(nameOriginal(file));
  if (!kept) throw new Error('a file without a content');
  await storeOriginal(store, { name: file.origin.name ?? 'Untitled', bytes: file.bytes });
  await store.keepDraftFile(draftId, kept, textMap);
}

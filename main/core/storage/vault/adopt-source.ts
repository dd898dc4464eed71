import type { Attachment, StoredFile } from '../../../../shared/domain/attachment';
import { findReferrers } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import { StetError } from '../../errors/stet-error';
import type { Task } from '../../tasks/tasks';
import type { ReviewStore } from '../review/review-store';

/** A source of a review and its attachments. Rejects with `notFound`. */
export function getSourceWithFiles(
  store: ReviewStore,
  sourceId: string,
): Promise<{ source: Source; attachments: Attachment[] }> {
  return store.read((review) => {
    const source = review.sources.get(sourceId);
    if (!source) throw new StetError('notFound', 'This source is no longer in its article.');
    return { source, attachments: findReferrers(review, `sources/${sourceId}`, 'attachments') };
  });
}

/**
 * Copies the files of another article's source into the vault of this one. `missing` holds the names of files that are lost
 * or altered there. The window then proposes the change that creates the source here. Rejects with `notFound`, `readOnly` or
 * `notSaved`, or with the signal's reason when it aborts.
 */
export async function adoptSource(
  store: ReviewStore,
  other: ReviewStore,
  sourceId: string,
  task: Task,
): Promise<{ source: Source; files: StoredFile[]; missing: string[] }> {
  store.refuseReadOnly();
  const { source, attachments } = await getSourceWithFiles(other, sourceId);
  const files: StoredFile[] = [];
  const missing: string[] = [];
  for (const { sha256, name, bytes, mime } of attachments) {
    const file = { sha256, name, bytes, mime };
    task.signal.throwIfAborted();
    const state = await store.vault.addFromVault(other.vault, file, task);
    if (state === 'unchanged') files.push(file);
    else missing.push(name);
  }
  task.signal.throwIfAborted();
  return { source, files, missing };
}

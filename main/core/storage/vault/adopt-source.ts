import type { Attachment, KeptFile } from '../../../../shared/domain/attachment';
import { referringTo } from '../../../../shared/domain/review/review';
import type { Source } from '../../../../shared/domain/source';
import { StetError } from '../../errors/stet-error';
import type { Task } from '../../tasks/tasks';
import type { ReviewStore } from '../review/review-store';

/** A source and its files as they stand. Rejects with `notFound`. */
export function sourceWithFiles(
  store: ReviewStore,
  sourceId: string,
): Promise<{ source: Source; attachments: Attachment[] }> {
  return store.read((review) => {
    const source = review.sources.get(sourceId);
    if (!source) throw new StetError('notFound', 'This source is no longer in its article.');
    return { source, attachments: referringTo(review, `sources/${sourceId}`, 'attachments') };
  });
}

/**
 * Copies the files of another article's source into the vault of this one; `missing` are the names of those that are not
 * there as they were attached. The change that makes the source here is the window's. Rejects with `notFound`, `readOnly`
 * or `notSaved`, or with the signal's reason when it aborts.
 */
export async function adoptSource(
  store: ReviewStore,
  other: ReviewStore,
  sourceId: string,
  task: Task,
): Promise<{ source: Source; files: KeptFile[]; missing: string[] }> {
  store.refuseReadOnly();
  const { source, attachments } = await sourceWithFiles(other, sourceId);
  const files: KeptFile[] = [];
  const missing: string[] = [];
  for (const { sha256, name, bytes, mime } of attachments) {
    const file = { sha256, name, bytes, mime };
    task.signal.throwIfAborted();
    const state = await store.vault.adopt(other.vault, file, task);
    if (state === 'unchanged') files.push(file);
    else missing.push(name);
  }
  task.signal.throwIfAborted();
  return { source, files, missing };
}

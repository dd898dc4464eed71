import type { StoredFile } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import type { Log } from '../../platform';
import type { Task } from '../../tasks/task';
import type { ReviewStore } from '../review/review-store';

/**
 * Adds files to the vault of an article, one after the other. When one can't be added, `problems` gets a sentence about it and
 * the next ones are still added. Rejects with `readOnly`, or with the signal's reason when it aborts.
 */
export async function addFiles(
  paths: readonly string[],
  store: ReviewStore,
  task: Task,
  log: Log,
): Promise<{ files: StoredFile[]; problems: string[] }> {
  store.refuseReadOnly();
  const files: StoredFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    task.signal.throwIfAborted();
    try {
      files.push(await store.vault.add(path, task));
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      // The message is not logged, because it contains the file's name.
      if (error.cause) log.error(`a file was not attached: ${error.code}`, error.cause);
      problems.push(error.message);
    }
  }
  task.signal.throwIfAborted();
  return { files, problems };
}

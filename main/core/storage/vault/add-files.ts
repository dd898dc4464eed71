import type { KeptFile } from '../../../../shared/domain/attachment';
import { bareError } from '../../errors/error-message';
import { StetError } from '../../errors/stet-error';
import type { Log } from '../../platform';
import type { Task } from '../../tasks/tasks';
import type { ReviewStore } from '../review/review-store';

/**
 * Takes one file after the other into the vault of an article; one that can't be taken keeps none of the others back.
 * `problems` has a sentence for each of those. Rejects with `readOnly`, or with the signal's reason when it aborts.
 */
export async function takeFiles(
  paths: readonly string[],
  store: ReviewStore,
  task: Task,
  log: Log,
): Promise<{ files: KeptFile[]; problems: string[] }> {
  store.refuseReadOnly();
  const files: KeptFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    task.signal.throwIfAborted();
    try {
      files.push(await store.vault.take(path, task));
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      // Without the message, which has the name.
      if (error.cause) log.error(`a file was not attached: ${error.code}`, bareError(error.cause));
      problems.push(error.message);
    }
  }
  task.signal.throwIfAborted();
  return { files, problems };
}

import type { Tasks } from '#main/base/tasks.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import { type ChunkedFile, transferEndedError } from '#main/storage/vault/vault.ts';
import type { Input } from '#shared/contract/commands/commands.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';

interface IncomingFile {
  file: ChunkedFile;
  reportProgress(done: number): void;
  endTask(): void;
}

/**
 * The files that the window sends in chunks to be attached. Each is a task. A file is discarded when its task is cancelled,
 * when a step fails, and when the window leaves the review.
 */
export class IncomingFiles {
  readonly #incoming = new Map<string, IncomingFile>();

  constructor(
    private readonly tasks: Tasks,
    private readonly reviews: () => Promise<OpenReviews>,
  ) {}

  /** Resolves once chunks may come. Rejects with `badRequest`, `readOnly`, `notSaved`, or as reading the article does. */
  async begin({ taskId, articleId, name, bytes }: Input<'vault.begin'>): Promise<void> {
    const reviews = await this.reviews();
    await new Promise<void>((resolve, reject) => {
      const task = this.tasks.run(taskId, ({ signal, reportProgress }) =>
        reviews.use(articleId, async (store, left) => {
          store.refuseReadOnly();
          const file = await store.vault.addInChunks(name, bytes);
          await new Promise<void>((endTask) => {
            this.#incoming.set(taskId, {
              file,
              reportProgress: (done) => reportProgress(file.name, done, bytes),
              endTask,
            });
            resolve();
            for (const abort of [signal, left]) runOnAbort(abort, endTask);
          });
          this.#incoming.delete(taskId);
          await file.discard();
        }),
      );
      // When the task is cancelled before it could begin, this resolves and the next chunk is refused.
      task.then(() => resolve(), reject);
    });
  }

  /** Rejects with `badRequest` or `notSaved`, and then the file is discarded. */
  async append(taskId: string, chunk: Uint8Array): Promise<void> {
    const { file, reportProgress } = this.#find(taskId);
    reportProgress(await this.#endOnError(taskId, () => file.append(chunk)));
  }

  /** Resolves to the file once it would survive a power cut. Rejects as `append` does. */
  async commit(taskId: string): Promise<StoredFile> {
    const { file, endTask } = this.#find(taskId);
    const stored = await this.#endOnError(taskId, () => file.commit());
    endTask();
    return stored;
  }

  #find(taskId: string): IncomingFile {
    const incoming = this.#incoming.get(taskId);
    if (!incoming) throw transferEndedError();
    return incoming;
  }

  async #endOnError<T>(taskId: string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      this.#incoming.get(taskId)?.endTask();
      throw error;
    }
  }
}

function runOnAbort(signal: AbortSignal, listener: () => void): void {
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
}

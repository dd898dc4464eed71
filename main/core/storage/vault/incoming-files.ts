import type { Input } from '../../../../shared/contract/commands';
import type { KeptFile } from '../../../../shared/domain/attachment';
import type { Tasks } from '../../tasks/tasks';
import type { OpenReviews } from '../review/open-reviews';
import { notArriving, type VaultPieces } from './chunked-file';

interface Arrival {
  pieces: VaultPieces;
  progress(done: number): void;
  /** Ends the task. */
  over(): void;
}

/**
 * The files that the page sends in pieces, each a task. One that is cancelled, fails, or whose review the window leaves is
 * thrown away.
 */
export class VaultArrivals {
  readonly #arriving = new Map<string, Arrival>();

  constructor(
    private readonly tasks: Tasks,
    private readonly reviews: () => Promise<OpenReviews>,
  ) {}

  /** Resolves once pieces may come. Rejects with `badRequest`, `readOnly`, `notSaved`, or as reading the article does. */
  async begin({ taskId, articleId, name, bytes }: Input<'vault.begin'>): Promise<void> {
    const reviews = await this.reviews();
    await new Promise<void>((resolve, reject) => {
      const task = this.tasks.run(taskId, ({ signal, progress }) =>
        reviews.use(articleId, async (store, left) => {
          store.refuseReadOnly();
          const pieces = await store.vault.receive(name, bytes);
          await new Promise<void>((over) => {
            const told = (done: number) => progress(pieces.name, done, bytes);
            this.#arriving.set(taskId, { pieces, progress: told, over });
            resolve();
            for (const cancelled of [signal, left]) whenAborted(cancelled, over);
          });
          this.#arriving.delete(taskId);
          await pieces.discard();
        }),
      );
      // Whoever begins and cancels at once hears of it from the next piece.
      task.then(() => resolve(), reject);
    });
  }

  /** Rejects with `badRequest` or `notSaved`; the file is thrown away then. */
  async append(taskId: string, piece: Uint8Array): Promise<void> {
    const { pieces, progress } = this.#arrival(taskId);
    progress(await this.#orEnd(taskId, () => pieces.append(piece)));
  }

  /** The file, once it would survive a power cut. Rejects as `append` does. */
  async commit(taskId: string): Promise<KeptFile> {
    const { pieces, over } = this.#arrival(taskId);
    const file = await this.#orEnd(taskId, () => pieces.commit());
    over();
    return file;
  }

  #arrival(taskId: string): Arrival {
    const arrival = this.#arriving.get(taskId);
    if (!arrival) throw notArriving();
    return arrival;
  }

  async #orEnd<T>(taskId: string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      this.#arriving.get(taskId)?.over();
      throw error;
    }
  }
}

function whenAborted(signal: AbortSignal, then: () => void): void {
  if (signal.aborted) then();
  else signal.addEventListener('abort', then, { once: true });
}

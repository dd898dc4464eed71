import { createSerialQueue } from '../../serial-queue';
import type { FilePlatform } from '../files/durable-json-file';

/** Writes the list of articles when it has changed. */
export interface ListWriter {
  markChanged(): void;
  /** Resolves once the list is on the disk. Rejects with the system's error or as `WriteAccess.verify`. */
  write(): Promise<void>;
  /** As `write`, as far as this process may. Never rejects: the list is a cache. */
  tryWrite(): Promise<void>;
  /** As `tryWrite`. Resolves once nothing is written any more. */
  close(): Promise<void>;
}

/** Creates a writer of a list that has changed already or not. Calls of `writeNow` run one after the other. */
export function createListWriter(
  isChangedAlready: boolean,
  writeNow: () => Promise<void>,
  { access, log }: FilePlatform,
): ListWriter {
  const inTurn = createSerialQueue();
  let isChanged = isChangedAlready;
  const write = () =>
    inTurn(async () => {
      if (!isChanged) return;
      isChanged = false;
      try {
        await writeNow();
      } catch (error) {
        isChanged = true;
        throw error;
      }
    });
  const tryWrite = async () => {
    if (access.refusal !== null) return;
    await write().catch((error) => log.error('the list of articles could not be written', error));
  };
  return {
    markChanged() {
      isChanged = true;
    },
    write,
    tryWrite,
    async close() {
      await tryWrite();
      await inTurn(() => undefined);
    },
  };
}

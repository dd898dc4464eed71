import type { KeptFile, KeptState } from '../../../../shared/domain/attachment';
import type { Task } from '../../tasks/tasks';
import { stateOf } from './check-file';

/**
 * Reads files of a vault again, each content once: the state by sum. Progress is in bytes of them all. Rejects with the
 * signal's reason when it aborts.
 */
export async function verifyFiles(
  all: readonly KeptFile[],
  pathOf: (file: KeptFile) => string,
  { signal, progress }: Task,
): Promise<Map<string, KeptState>> {
  const files = new Map(all.map((file) => [file.sha256, file]));
  const total = Array.from(files.values(), ({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0);
  const states = new Map<string, KeptState>();
  let start = 0;
  for (const file of files.values()) {
    let read = 0;
    // One that grew is no more of the whole than it was.
    const tell = () => progress(file.name, start + Math.min(file.bytes, read), total);
    const each = (piece: Buffer) => {
      read += piece.length;
      tell();
    };
    tell();
    states.set(file.sha256, await stateOf(pathOf(file), file.sha256, each, signal));
    start += file.bytes;
    progress(file.name, start, total);
  }
  signal.throwIfAborted();
  return states;
}

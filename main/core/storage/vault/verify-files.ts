import type { StoredFile, StoredFileState } from '../../../../shared/domain/attachment';
import type { Task } from '../../tasks/task';
import { verifyStoredFile } from './stored-file';

/**
 * Verifies files of a vault, each content once. Resolves to each state by SHA-256. Progress is in bytes of all files. Rejects
 * with the signal's reason when it aborts.
 */
export async function verifyFiles(
  files: readonly StoredFile[],
  getPath: (file: StoredFile) => string,
  { signal, reportProgress }: Task,
): Promise<Map<string, StoredFileState>> {
  const distinct = new Map(files.map((file) => [file.sha256, file]));
  const total = Array.from(distinct.values(), ({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0);
  const states = new Map<string, StoredFileState>();
  let start = 0;
  for (const file of distinct.values()) {
    let read = 0;
    // A file that has grown counts with its expected size.
    const report = () => reportProgress(file.name, start + Math.min(file.bytes, read), total);
    const onChunk = (chunk: Buffer) => {
      read += chunk.length;
      report();
    };
    report();
    states.set(file.sha256, await verifyStoredFile(getPath(file), file.sha256, onChunk, signal));
    start += file.bytes;
    reportProgress(file.name, start, total);
  }
  signal.throwIfAborted();
  return states;
}

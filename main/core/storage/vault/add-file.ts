import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxAttachmentBytes, type StoredFile } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import type { Task } from '../../tasks/task';
import { readChunks } from '../files/read-chunks';
import { FileTooLargeError, NotRegularFileError, readRegularFile } from '../files/regular-file';
import { getMediaType, toAttachmentName } from './attachment-name';
import {
  changedWhileReadError,
  notAFileError,
  notAttachedError,
  notReadError,
  tooLargeError,
} from './vault-messages';
import type { VaultWriter } from './vault-writer';

type BeginWriting = () => Promise<VaultWriter>;

/**
 * Adds a file from the disk to a vault. It is read, hashed and written at the same time, with a few megabytes in memory
 * whatever its size. A link is followed, because the reviewer picked it. Rejects with a `StetError` that says what is wrong,
 * or with the signal's reason when it aborts; then nothing is left behind.
 */
export async function addFile(path: string, begin: BeginWriting, task: Task): Promise<StoredFile> {
  const name = toAttachmentName(basename(path));
  try {
    const options = { followLinks: true, maxBytes: maxAttachmentBytes };
    return await readRegularFile(path, options, (handle, stats) =>
      storeContent({ name, handle, stats }, begin, task),
    );
  } catch (error) {
    if (error instanceof NotRegularFileError) throw notAFileError(name, error.isFolder);
    if (error instanceof FileTooLargeError) throw tooLargeError(name);
    if (error instanceof StetError || task.signal.aborted) throw error;
    throw notReadError(name, error);
  }
}

async function storeContent(
  { name, handle, stats }: { name: string; handle: FileHandle; stats: Stats },
  begin: BeginWriting,
  { signal, reportProgress }: Task,
): Promise<StoredFile> {
  const total = stats.size;
  /** Distinguishes failures to write to the vault from failures to read the file. */
  const writing = <T>(work: Promise<T>) =>
    work.catch((error): never => {
      throw notAttachedError(name, error);
    });
  reportProgress(name, 0, total);
  const writer = await writing(begin());
  try {
    for await (const chunk of readChunks(handle, signal)) {
      if (writer.bytes + chunk.length > total) throw changedWhileReadError(name);
      await writing(writer.append(chunk));
      reportProgress(name, writer.bytes, total);
    }
    const { size, mtimeMs } = await handle.stat();
    if (writer.bytes !== size || size !== total || mtimeMs !== stats.mtimeMs)
      throw changedWhileReadError(name);
    return { sha256: await writing(writer.commit()), name, bytes: size, mime: getMediaType(name) };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

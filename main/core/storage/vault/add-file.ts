import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type KeptFile, largestAttachment } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import type { Task } from '../../tasks/tasks';
import { readAhead } from '../files/read-ahead';
import { attachmentName, mediaType } from './attachment-name';
import { changedMeanwhile, notAFile, notRead, notTaken, tooLarge } from './vault-messages';
import type { VaultWriter } from './vault-writer';

/**
 * Takes a file from the disk into a vault while it is hashed, with a few megabytes in memory whatever its size. A link is
 * followed: the reviewer picked it. Rejects with a `StetError` that says what is wrong, or with the signal's reason when it
 * aborts; then nothing is left behind.
 */
export async function takeFile(
  path: string,
  begin: () => Promise<VaultWriter>,
  task: Task,
): Promise<KeptFile> {
  const name = attachmentName(basename(path));
  try {
    // Looked at before it is opened: opening a device or a pipe could wait for ever.
    refuse(name, await stat(path));
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await takeOpen(handle, name, begin, task);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof StetError || task.signal.aborted) throw error;
    throw notRead(name, error);
  }
}

async function takeOpen(
  handle: FileHandle,
  name: string,
  begin: () => Promise<VaultWriter>,
  { signal, progress }: Task,
): Promise<KeptFile> {
  const before = await handle.stat();
  refuse(name, before);
  const onDisk = <T>(written: Promise<T>) =>
    written.catch((error): never => {
      throw notTaken(name, error);
    });
  progress(name, 0, before.size);
  const writer = await onDisk(begin());
  try {
    for await (const piece of readAhead(handle, signal)) {
      if (writer.bytes + piece.length > before.size) throw changedMeanwhile(name);
      await onDisk(writer.append(piece));
      progress(name, writer.bytes, before.size);
    }
    const { size, mtimeMs } = await handle.stat();
    if (writer.bytes !== size || size !== before.size || mtimeMs !== before.mtimeMs)
      throw changedMeanwhile(name);
    return { sha256: await onDisk(writer.commit()), name, bytes: size, mime: mediaType(name) };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

function refuse(name: string, found: Stats): void {
  if (!found.isFile()) throw notAFile(name, found.isDirectory());
  if (found.size > largestAttachment) throw tooLarge(name);
}

import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import * as disk from './disk.ts';

/**
 * Size of a chunk in bytes. Two chunks are in memory at a time, however large the file is. Larger chunks do not fit into the
 * processor's cache, which slows hashing; smaller ones save no memory, because finished calls keep more of it.
 */
const chunkBytes = 1024 * 1024;

/**
 * Reads a file from its start, chunk by chunk. The next chunk is read while the caller works on one. A chunk is overwritten once the
 * caller requests the next one. Throws the system's error, or the signal's reason when it aborts.
 */
export async function* readChunks(handle: FileHandle, signal?: AbortSignal): AsyncGenerator<Buffer> {
  let free = Buffer.allocUnsafeSlow(chunkBytes);
  let position = 0;
  let reading = handle.read(Buffer.allocUnsafeSlow(chunkBytes), 0, chunkBytes, position);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      position += bytesRead;
      reading = handle.read(free, 0, chunkBytes, position);
      // Without this, an error would be unhandled until the promise is awaited later.
      reading.catch(() => undefined);
      free = buffer;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // The caller may stop while a chunk is being read. Its result or error no longer matters.
    await reading.catch(() => undefined);
  }
}

/** SHA-256 of a file's bytes in lower-case hexadecimal. `onChunk` gets every chunk and is awaited. */
export async function hashFile(
  handle: FileHandle,
  onChunk: (chunk: Buffer) => unknown = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readChunks(handle, signal)) {
    const handled = onChunk(chunk);
    hash.update(chunk);
    await handled;
  }
  return hash.digest('hex');
}

/** Thrown for a folder, a device, a pipe or a socket, and for a link where links are not followed. */
export class NotRegularFileError extends Error {
  constructor(readonly isFolder: boolean) {
    super('not a regular file');
  }
}

export class FileTooLargeError extends Error {}

interface ReadOptions {
  followLinks: boolean;
  /** No limit by default. */
  maxBytes?: number;
}

/**
 * Reads all files that others may have put there: articles, files to attach, and the files of the vault. Opens a regular file
 * while `read` runs, which may use `readChunks` or `hashFile`. Rejects with a `NotRegularFileError`, a `FileTooLargeError`, the
 * system's error, or as `read` does.
 */
export async function readRegularFile<T>(
  path: string,
  options: ReadOptions,
  read: (handle: FileHandle, stats: Stats) => Promise<T>,
): Promise<T> {
  const { followLinks } = options;
  // Checked before it is opened, because opening a device or a pipe could block forever.
  refuse(await (followLinks ? stat(path) : disk.lstat(path)), options);
  const handle = await (followLinks ? open : disk.open)(path, readFlags(followLinks));
  try {
    // Checked again, because another file may have taken its place.
    const stats = await handle.stat();
    refuse(stats, options);
    return await read(handle, stats);
  } finally {
    await handle.close();
  }
}

/** Windows has neither of the two extra flags; there only `lstat` detects links. */
function readFlags(followLinks: boolean): number {
  const noFollow = followLinks ? 0 : (constants.O_NOFOLLOW ?? 0);
  return constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow;
}

function refuse(stats: Stats, { maxBytes = Number.POSITIVE_INFINITY }: ReadOptions): void {
  if (!stats.isFile()) throw new NotRegularFileError(stats.isDirectory());
  if (stats.size > maxBytes) throw new FileTooLargeError(`${stats.size} bytes`);
}

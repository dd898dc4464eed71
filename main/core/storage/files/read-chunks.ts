import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/**
 * In bytes. Two chunks are in memory at a time, however large the file is. Larger chunks do not fit into the processor's cache,
 * where hashing finds them again; smaller ones leave as much memory behind in finished calls as they save.
 */
const chunkBytes = 1024 * 1024;

/**
 * Reads a file from its start, chunk by chunk; the next chunk is being read while the caller works on one. A chunk is
 * overwritten once the next one is asked for. Throws the system's error, or the signal's reason when it aborts.
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
      // It is awaited later. Until then nobody would have caught its error.
      reading.catch(() => undefined);
      free = buffer;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // The caller may stop while a chunk is still being read. Its result, or its error, no longer matters.
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

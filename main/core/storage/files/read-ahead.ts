import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** In bytes. Two of them are in memory at a time, whatever the size of the file. */
const pieceBytes = 2 * 1024 * 1024;

/**
 * The bytes of a file piece by piece, from its start; the next piece is being read while one is worked on. A piece is
 * overwritten once the next one is asked for. Throws the system's error, or the signal's reason when it aborts.
 */
export async function* readAhead(handle: FileHandle, signal?: AbortSignal): AsyncGenerator<Buffer> {
  let free = Buffer.allocUnsafeSlow(pieceBytes);
  let at = 0;
  let reading = handle.read(Buffer.allocUnsafeSlow(pieceBytes), 0, pieceBytes, at);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await reading;
      if (bytesRead === 0) return;
      at += bytesRead;
      reading = handle.read(free, 0, pieceBytes, at);
      free = buffer;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // Given up half-way, a piece may still be on its way: what becomes of it is of no interest.
    await reading.catch(() => undefined);
  }
}

/** SHA-256 of a file's bytes in lower-case hexadecimal; `each` gets every piece and is awaited. */
export async function fileSum(
  handle: FileHandle,
  each: (piece: Buffer) => unknown = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readAhead(handle, signal)) {
    const worked = each(piece);
    hash.update(piece);
    await worked;
  }
  return hash.digest('hex');
}

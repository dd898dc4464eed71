import { maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import { type Result, success } from '#shared/contract/result.ts';

interface Transfer {
  isCancelled(): boolean;
  /** `done` is in bytes. */
  reportProgress(done: number): void;
}

/**
 * Sends a file of the page to main, chunk by chunk. Fails with the failure of the first chunk that main refused. `unreadable`
 * means that the browser can't read the file, for example because it is a folder.
 */
export async function sendInChunks(
  file: File,
  send: (chunk: Uint8Array<ArrayBuffer>) => Promise<Result<null>>,
  { isCancelled, reportProgress }: Transfer,
): Promise<Result<null> | 'cancelled' | 'unreadable'> {
  for (let done = 0; done < file.size; done += maxChunkBytes) {
    const chunk = await readBytes(file.slice(done, done + maxChunkBytes));
    if (!chunk) return 'unreadable';
    const answer = await send(chunk);
    if (isCancelled()) return 'cancelled';
    if (!answer.ok) return answer;
    reportProgress(done + chunk.length);
  }
  return success(null);
}

/** Null when the browser can't read the part. */
async function readBytes(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}

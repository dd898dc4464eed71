import { largestChunk } from '../../../shared/contract/import-commands';
import { type Result, success } from '../../../shared/contract/result';

interface Sending {
  /** Whether nobody waits for it any more. */
  isOver(): boolean;
  /** In bytes. */
  progress(done: number): void;
}

/**
 * Sends a file that the page holds to main, piece by piece. A failure is the first piece's that main did not take;
 * `unreadable` means that the browser does not give the file, as of a folder.
 */
export async function sendPieces(
  file: File,
  send: (chunk: Uint8Array<ArrayBuffer>) => Promise<Result<null>>,
  { isOver, progress }: Sending,
): Promise<Result<null> | 'over' | 'unreadable'> {
  for (let done = 0; done < file.size; done += largestChunk) {
    const chunk = await bytesOf(file.slice(done, done + largestChunk));
    if (!chunk) return 'unreadable';
    const taken = await send(chunk);
    if (isOver()) return 'over';
    if (!taken.ok) return taken;
    progress(done + chunk.length);
  }
  return success(null);
}

async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}

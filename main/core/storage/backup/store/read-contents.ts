import type { Platform } from '../../../platform';
import { getFileStamp, verifyStoredFile } from '../../vault/stored-file';

/** How long a content counts as read while its file is as it was, in milliseconds. */
const recentMs = 24 * 60 * 60_000;

/**
 * Which contents of the pool were read and had the SHA-256 of their name, in this session. A backup relies on such a content
 * without reading it again for a day, unless its file was written to, replaced or restored: then its size or times differ.
 */
export class ReadContents {
  /** The stamp of the file when it was read, and the time, by its path. */
  readonly #read = new Map<string, { stamp: string; atMs: number }>();

  constructor(private readonly platform: Pick<Platform, 'now'>) {}

  /**
   * Whether a content is what its name says. `onChunk` gets every chunk that is read, and is awaited. Rejects as
   * `verifyStoredFile` does.
   */
  async isIntact(
    path: string,
    sha256: string,
    onChunk: (chunk: Buffer) => unknown,
    signal: AbortSignal,
  ): Promise<boolean> {
    // Before it is read, so that a change in between is seen the next time.
    const stamp = await getFileStamp(path);
    const known = this.#read.get(path);
    const nowMs = this.platform.now().getTime();
    if (known?.stamp === stamp && Math.abs(nowMs - known.atMs) < recentMs) return true;
    this.#read.delete(path);
    if ((await verifyStoredFile(path, sha256, onChunk, signal)) !== 'unchanged') return false;
    this.#read.set(path, { stamp, atMs: nowMs });
    return true;
  }
}

import { join } from 'node:path';
import type { StoredFileState } from '../../../../shared/domain/attachment';
import type { System } from '../../system';
import type { GiveWay } from '../../tasks/give-way';
import { getFileStamp, verifyStoredFile } from '../vault/stored-file';

/** How long a content counts as read while its file is as it was, in milliseconds. */
const recentMs = 24 * 60 * 60_000;

/** A content of a pool that was verified. */
interface VerifiedContent {
  sha256: string;
  state: StoredFileState;
  /** How many bytes were read of it: none when it was read lately. */
  bytes: number;
}

interface VerifyWork {
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Gets the number of bytes of each chunk that is read. */
  onBytes(bytes: number): void;
}

/**
 * Verifies contents of a pool: that each is there and has the SHA-256 of its name. A content that this verifier has read within a
 * day is not read again, unless its file was written to, replaced or restored: then its size or times differ.
 */
export class ContentVerifier {
  /** The stamp of the file when it was read, and the time, by its path. */
  readonly #read = new Map<string, { stamp: string; atMs: number }>();

  constructor(private readonly platform: Pick<System, 'now'>) {}

  /** Yields each content. Throws the signal's reason, and a system error that says nothing about the file. */
  async *verify(pool: string, names: Iterable<string>, work: VerifyWork): AsyncGenerator<VerifiedContent> {
    for (const sha256 of names) yield await this.#verify(join(pool, sha256), sha256, work);
  }

  async #verify(
    path: string,
    sha256: string,
    { giveWay, signal, onBytes }: VerifyWork,
  ): Promise<VerifiedContent> {
    // Before it is read, so that a change in between is seen the next time.
    const stamp = await getFileStamp(path);
    const known = this.#read.get(path);
    const nowMs = this.platform.now().getTime();
    if (known?.stamp === stamp && Math.abs(nowMs - known.atMs) < recentMs)
      return { sha256, state: 'unchanged', bytes: 0 };
    this.#read.delete(path);
    let bytes = 0;
    const onChunk = ({ length }: Buffer) => {
      bytes += length;
      onBytes(length);
      return giveWay(length);
    };
    const state = await verifyStoredFile(path, sha256, onChunk, signal);
    if (state === 'unchanged') this.#read.set(path, { stamp, atMs: nowMs });
    return { sha256, state, bytes };
  }
}

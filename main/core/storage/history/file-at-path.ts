import type { BigIntStats } from 'node:fs';
import { getErrorCode } from '../../errors/error-code';
import { statExactly } from '../files/disk';
import type { HistoryHandle, OpenHistory } from './open-history';

/** The file at the path is not the one that the lines were written to. Nothing was written that counts. */
export class ChangedOutsideError extends Error {
  override readonly name = 'ChangedOutsideError';
}

const newline = 0x0a;

/**
 * The file of a history, which is open for appending as long as it is the one at its path: the next start would open that one.
 * Device, inode, size and time of change say so. Sizes are in bytes.
 */
export class FileAtPath {
  #handle: HistoryHandle | null = null;
  #identity: Pick<BigIntStats, 'dev' | 'ino'> | null = null;
  /** When the file was last written to by us, in nanoseconds: one that changed since is read again. */
  #modifiedAt: bigint | null = null;

  constructor(
    readonly path: string,
    private readonly openHistory: OpenHistory,
  ) {}

  /** The open file, when it is still the one at the path, has no other name, and nobody wrote to it since; null otherwise. */
  async findOpen(size: number): Promise<HistoryHandle | null> {
    const handle = this.#handle;
    if (!handle) return null;
    const atPath = await this.#stat();
    if (!atPath || atPath.nlink > 1n || atPath.mtimeNs !== this.#modifiedAt) return null;
    return this.#isOurs(atPath, size) ? handle : null;
  }

  /**
   * Opens the file at the path anew, once it is closed. Rejects with a `ChangedOutsideError` when it has another size, or the
   * system's error.
   */
  async open(size: number): Promise<HistoryHandle> {
    const handle = await this.openHistory(this.path, 'append');
    try {
      const { dev, ino } = await handle.stat({ bigint: true });
      this.#identity = { dev, ino };
      await this.verifySize(size);
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    this.#handle = handle;
    return handle;
  }

  /** Verifies that the open file is the one at the path. Rejects with a `ChangedOutsideError`, or with the system's error. */
  async verifySize(size: number): Promise<void> {
    const atPath = await this.#stat();
    if (!atPath || !this.#isOurs(atPath, size)) throw new ChangedOutsideError();
    this.#modifiedAt = atPath.mtimeNs;
  }

  /**
   * Verifies that the file at the path has `lastLine`, which ends at `size`, and cuts off what follows: a torn line, or
   * `uncertain`, one of ours that was never acknowledged. Rejects with a `ChangedOutsideError` when anything else stands there,
   * or with the system's error.
   */
  async cutOffRest(lastLine: Buffer, size: number, uncertain: Buffer | null): Promise<void> {
    const handle = await this.openHistory(this.path, 'cutOff').catch((error) => {
      throw getErrorCode(error) === 'ENOENT' ? new ChangedOutsideError() : error;
    });
    try {
      const onDisk = await readFrom(handle, size - lastLine.length);
      const rest = onDisk.subarray(lastLine.length);
      const isOurs = uncertain !== null && rest.equals(uncertain);
      if (!onDisk.subarray(0, lastLine.length).equals(lastLine)) throw new ChangedOutsideError();
      if (rest.includes(newline) && !isOurs) throw new ChangedOutsideError();
      if (rest.length > 0) {
        await handle.truncate(size);
        await handle.datasync();
      }
    } finally {
      await handle.close();
    }
  }

  /** Closes the file. Never rejects: every acknowledged change is on the disk. */
  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }

  async #stat(): Promise<BigIntStats | null> {
    return statExactly(this.path).catch((error) => {
      if (getErrorCode(error) === 'ENOENT') return null;
      throw error;
    });
  }

  /** Whether the file at the path is the open one, and of that size. */
  #isOurs({ dev, ino, size }: BigIntStats, expectedSize: number): boolean {
    return dev === this.#identity?.dev && ino === this.#identity.ino && size === BigInt(expectedSize);
  }
}

/** Whether a file has another name as well: a hard link. False when it is not there. Rejects with the system's error. */
export async function hasOtherName(path: string): Promise<boolean> {
  return statExactly(path).then(
    ({ nlink }) => nlink > 1n,
    (error) => {
      if (getErrorCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** The bytes of a file from a position to its end. */
async function readFrom(handle: HistoryHandle, position: number): Promise<Buffer> {
  const { size } = await handle.stat({ bigint: true });
  const bytes = Buffer.alloc(Math.max(0, Number(size) - position));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
  return bytes.subarray(0, bytesRead);
}

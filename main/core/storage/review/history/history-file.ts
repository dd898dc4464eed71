import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import type { Change } from '../../../../../shared/domain/history/change';
import { getErrorCode } from '../../../errors/error-code';
import { writeFully, writeVerified } from '../../files/durable-file';
import { MaybeStoredError } from '../../files/maybe-stored-error';
import type { WriteAccess } from '../../lock/write-access';
import { compareWithDisk, type DiskComparison } from './compare-histories';
import { formatHistoryLine } from './history-line';
import type { HistoryEnd } from './read-history';

/** The part of a file handle that appending and cutting off need. */
export type HistoryHandle = Pick<FileHandle, 'read' | 'write' | 'truncate' | 'datasync' | 'close'> & {
  stat(options: { bigint: true }): Promise<BigIntStats>;
};

/**
 * Opens an existing history for one of the two ways in which it is written to. An argument, so that tests can simulate a
 * failing disk.
 */
export type OpenHistory = (path: string, purpose: 'append' | 'cutOff') => Promise<HistoryHandle>;

/**
 * Lines are appended to the end of the file as it is then, never at a position: should another process write at the same
 * moment, its lines are followed, not overwritten. A missing file is not created. Windows can't shorten a file that is open
 * for appending.
 */
const openOnDisk: OpenHistory = (path, purpose) =>
  open(path, purpose === 'append' ? constants.O_RDWR | constants.O_APPEND : constants.O_RDWR);

/** The file at the path is not the one that the lines were written to. Nothing was written that counts. */
export class ChangedOutsideError extends Error {
  override readonly name = 'ChangedOutsideError';
}

const newline = 0x0a;

interface HistoryFileOptions {
  path: string;
  /** The bytes of the file up to its last whole line, or the end of them. */
  content: Buffer;
  /** The bytes before `content`, when only the end was read. */
  earlier?: Promise<Buffer> | null;
  /** The last line in `content`. */
  end: HistoryEnd;
  access: WriteAccess;
  openHistory?: OpenHistory | undefined;
}

/**
 * The append-only file of changes. A change is acknowledged once it is in the file that the next start would open: before
 * each write and again after the sync, the right to write, and device, inode and size of the file at the path are checked.
 * The lines are also kept in memory, so that a file that was removed, truncated or replaced can be written again: nothing is
 * acknowledged before all of them are there. Calls have to be awaited one after the other.
 */
export class HistoryFile {
  readonly #path: string;
  readonly #access: WriteAccess;
  readonly #open: OpenHistory;
  readonly #content: Buffer[];
  /** The bytes before `#content`; null once they are part of it. */
  #earlier: Promise<Buffer> | null;
  #end: HistoryEnd;
  #handle: HistoryHandle | null = null;
  #identity: Pick<BigIntStats, 'dev' | 'ino'> | null = null;
  /** When the file was last written to by us, in nanoseconds: one that changed since is read again. */
  #modifiedAt: bigint | null = null;
  /** A line that may follow the last one although it was not acknowledged. */
  #uncertain: Buffer | null = null;

  constructor({ path, content, earlier = null, end, access, openHistory = openOnDisk }: HistoryFileOptions) {
    this.#path = path;
    this.#content = [content];
    this.#earlier = earlier;
    this.#end = end;
    this.#access = access;
    this.#open = openHistory;
  }

  /** The last line that is safely on the disk: its number, its checksum, and the size in bytes of all lines up to it. */
  get end(): HistoryEnd {
    return this.#end;
  }

  /**
   * The bytes of all acknowledged lines, from memory: also while the file can't be read. Rejects when lines from before the
   * article was opened could never be read; then nothing was appended since.
   */
  readContent(): Promise<Buffer> {
    return this.#toBuffer();
  }

  /**
   * Resolves once the change would survive a power cut, in the file at the path. Rejects with the system's error or as
   * `WriteAccess.verify`, and then the change is not part of the history; with a `ChangedOutsideError` when the file is
   * another than before; and with a `MaybeStoredError`, after which the next append cuts the change off first.
   */
  async append(change: Change): Promise<void> {
    const { seq, sha256: prev, bytes } = this.#end;
    const { line, sha256 } = formatHistoryLine(seq + 1, prev, change);
    const content = Buffer.from(`${line}\n`);
    await this.#addEarlier();
    const [known] = await Promise.all([this.#findKnown(), this.#access.verify()]);
    const handle = known ?? (await this.#openAnew());
    try {
      await writeFully(handle, content, null);
      await handle.datasync();
      await Promise.all([this.#verifySize(bytes + content.length), this.#access.verify()]);
    } catch (error) {
      // After a failed sync the system may call the lost pages clean: a later sync on this handle proves nothing.
      await this.close();
      this.#uncertain = content;
      if (error instanceof ChangedOutsideError) throw error;
      await this.#cutOff(error);
      throw error;
    }
    this.#content.push(content);
    this.#end = { seq: seq + 1, sha256, bytes: bytes + content.length };
  }

  /**
   * Compares the file at the path with the lines that were written. A line of ours behind the end of another's is left out: it
   * was never acknowledged, and is written again. Rejects with the system's error.
   */
  async compareWithDisk(): Promise<DiskComparison> {
    const onDisk = await readFile(this.#path).catch((error) => {
      if (getErrorCode(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const found = compareWithDisk(await this.#toBuffer(), onDisk, this.#end);
    const uncertain = this.#uncertain;
    const others = found.others.filter(({ history }) => uncertain === null || !endsWith(history, uncertain));
    return { ...found, others };
  }

  /** Goes on with a file that contains more lines. `content` is the whole file up to `end`. */
  async adopt(content: Buffer, end: HistoryEnd): Promise<void> {
    await this.close();
    this.#earlier = null;
    this.#content.splice(0, this.#content.length, content);
    this.#end = end;
    this.#uncertain = null;
  }

  /** Puts the lines that were acknowledged in the place of the file at the path. Rejects with the system's error. */
  async restore(): Promise<void> {
    await this.close();
    await writeVerified(this.#path, await this.#toBuffer(), this.#access);
    this.#uncertain = null;
  }

  /** Closes the file until the next append. Never rejects: every acknowledged change is on the disk. */
  async close(): Promise<void> {
    // They are read through a handle of their own, and an open file is in the way when a folder is removed or moved.
    await this.#earlier?.catch(() => undefined);
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }

  /** Waits for the lines that were not read yet. Rejects when they can't be read. */
  async #addEarlier(): Promise<void> {
    if (!this.#earlier) return;
    this.#content.unshift(await this.#earlier);
    this.#earlier = null;
  }

  async #toBuffer(): Promise<Buffer> {
    await this.#addEarlier();
    const all = Buffer.concat(this.#content);
    this.#content.splice(0, this.#content.length, all);
    return all;
  }

  /** The open file, when it is still the one at the path and nobody wrote to it since; null otherwise. */
  async #findKnown(): Promise<HistoryHandle | null> {
    const handle = this.#handle;
    if (!handle || this.#uncertain !== null) return null;
    const atPath = await this.#statAtPath();
    return atPath?.mtimeNs === this.#modifiedAt && this.#isOurs(atPath, this.#end.bytes) ? handle : null;
  }

  /** Opens the file at the path, when it ends with the last line that was written. */
  async #openAnew(): Promise<HistoryHandle> {
    await this.close();
    await this.#verifyContent();
    const handle = await this.#open(this.#path, 'append');
    try {
      const { dev, ino } = await handle.stat({ bigint: true });
      this.#identity = { dev, ino };
      await this.#verifySize(this.#end.bytes);
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    this.#handle = handle;
    return handle;
  }

  /** Verifies that the file ends with our last line. A rest that was never acknowledged is cut off. */
  async #verifyContent(): Promise<void> {
    const lastLine = this.#getLastLine();
    const handle = await this.#open(this.#path, 'cutOff').catch((error) => {
      throw getErrorCode(error) === 'ENOENT' ? new ChangedOutsideError() : error;
    });
    try {
      const onDisk = await readFrom(handle, this.#end.bytes - lastLine.length);
      const rest = onDisk.subarray(lastLine.length);
      const isOurs = this.#uncertain !== null && rest.equals(this.#uncertain);
      if (!onDisk.subarray(0, lastLine.length).equals(lastLine)) throw new ChangedOutsideError();
      if (rest.includes(newline) && !isOurs) throw new ChangedOutsideError();
      if (rest.length > 0) {
        await handle.truncate(this.#end.bytes);
        await handle.datasync();
      }
    } finally {
      await handle.close();
    }
    this.#uncertain = null;
  }

  #getLastLine(): Buffer {
    const last = this.#content.at(-1) ?? Buffer.alloc(0);
    return last.subarray(last.lastIndexOf(newline, -2) + 1);
  }

  async #statAtPath(): Promise<BigIntStats | null> {
    return stat(this.#path, { bigint: true }).catch((error) => {
      if (getErrorCode(error) === 'ENOENT') return null;
      throw error;
    });
  }

  /** Whether the file at the path is the open one, and of that size. */
  #isOurs({ dev, ino, size }: BigIntStats, bytes: number): boolean {
    return dev === this.#identity?.dev && ino === this.#identity.ino && size === BigInt(bytes);
  }

  async #verifySize(bytes: number): Promise<void> {
    const atPath = await this.#statAtPath();
    if (!atPath || !this.#isOurs(atPath, bytes)) throw new ChangedOutsideError();
    this.#modifiedAt = atPath.mtimeNs;
  }

  /** Cuts off a change that was not acknowledged. Rejects with a `MaybeStoredError`, which names `cause`. */
  async #cutOff(cause: unknown): Promise<void> {
    try {
      await this.#access.verify();
      await this.#verifyContent();
    } catch {
      throw new MaybeStoredError('a change may have been stored', { cause });
    }
  }
}

const endsWith = (bytes: Buffer, end: Buffer) => bytes.subarray(-end.length).equals(end);

/** The bytes of a file from a position to its end. */
async function readFrom(handle: HistoryHandle, position: number): Promise<Buffer> {
  const { size } = await handle.stat({ bigint: true });
  const bytes = Buffer.alloc(Math.max(0, Number(size) - position));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
  return bytes.subarray(0, bytesRead);
}

import type { Change } from '../../../../shared/domain/history/change';
import { getErrorCode } from '../../errors/error-code';
import { readFile } from '../files/disk';
import { writeFully, writeVerified } from '../files/durable-file';
import { MaybeStoredError } from '../files/not-saved-error';
import type { WriteAccess } from '../lock/write-access';
import { AcknowledgedLines } from './acknowledged-lines';
import { compareWithDisk, type DiskComparison } from './compare-histories';
import { ChangedOutsideError, FileAtPath, hasOtherName } from './file-at-path';
import { formatHistoryLine } from './history-line';
import { type HistoryHandle, type OpenHistory, openHistory as openOnDisk } from './open-history';
import type { HistoryEnd } from './read-history';

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
 * each write and again after the sync, the right to write, and the file at the path are checked (`file-at-path.ts`). The lines
 * are also kept in memory (`acknowledged-lines.ts`), so that a file that was removed, truncated or replaced can be written
 * again: nothing is acknowledged before all of them are there. Calls have to be awaited one after the other.
 */
export class HistoryFile {
  readonly #lines: AcknowledgedLines;
  readonly #file: FileAtPath;
  readonly #access: WriteAccess;
  /** A line that may follow the last one although it was not acknowledged. */
  #uncertain: Buffer | null = null;

  constructor({ path, content, earlier = null, end, access, openHistory = openOnDisk }: HistoryFileOptions) {
    this.#lines = new AcknowledgedLines(content, earlier, end);
    this.#file = new FileAtPath(path, openHistory);
    this.#access = access;
  }

  /** The last line that is safely on the disk: its number, its checksum, and the size in bytes of all lines up to it. */
  get end(): HistoryEnd {
    return this.#lines.end;
  }

  /**
   * The bytes of all acknowledged lines, from memory: also while the file can't be read. Rejects when lines from before the
   * article was opened could never be read; then nothing was appended since.
   */
  readContent(): Promise<Buffer> {
    return this.#lines.toBuffer();
  }

  /**
   * Resolves once the change would survive a power cut, in the file at the path. Rejects with the system's error or as
   * `WriteAccess.verify`, and then the change is not part of the history; with a `ChangedOutsideError` when the file is
   * another than before; and with a `MaybeStoredError`, after which the next append cuts the change off first.
   */
  async append(change: Change): Promise<void> {
    const { seq, sha256: prev, bytes } = this.end;
    const { line, sha256 } = formatHistoryLine(seq + 1, prev, change);
    const content = Buffer.from(`${line}\n`);
    const end = { seq: seq + 1, sha256, bytes: bytes + content.length };
    await this.#lines.waitForEarlier();
    const [open] = await Promise.all([this.#findOpen(), this.#access.verify()]);
    const handle = open ?? (await this.#openAnew());
    try {
      await writeFully(handle, content, null);
      await handle.datasync();
      await Promise.all([this.#file.verifySize(end.bytes), this.#access.verify()]);
    } catch (error) {
      // After a failed sync the system may call the lost pages clean: a later sync on this handle proves nothing.
      await this.close();
      this.#uncertain = content;
      if (error instanceof ChangedOutsideError) throw error;
      await this.#cutOff(error);
      throw error;
    }
    this.#lines.add(content, end);
  }

  /**
   * Compares the file at the path with the lines that were written. A line of ours behind the end of another's is left out: it
   * was never acknowledged, and is written again. Rejects with the system's error.
   */
  async compareWithDisk(): Promise<DiskComparison> {
    const onDisk = await readFile(this.#file.path).catch((error) => {
      if (getErrorCode(error) === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const found = compareWithDisk(await this.#lines.toBuffer(), onDisk, this.end);
    const uncertain = this.#uncertain;
    const others = found.others.filter(({ history }) => uncertain === null || !endsWith(history, uncertain));
    return { ...found, others };
  }

  /** Goes on with a file that contains more lines. `content` is the whole file up to `end`. */
  async adopt(content: Buffer, end: HistoryEnd): Promise<void> {
    await this.close();
    this.#lines.replace(content, end);
    this.#uncertain = null;
  }

  /** Puts the lines that were acknowledged in the place of the file at the path. Rejects with the system's error. */
  async restore(): Promise<void> {
    await this.close();
    await writeVerified(this.#file.path, await this.#lines.toBuffer(), this.#access);
    this.#uncertain = null;
  }

  /** Closes the file until the next append. Never rejects: every acknowledged change is on the disk. */
  async close(): Promise<void> {
    // They are read through a handle of their own, and an open file is in the way when a folder is removed or moved.
    await this.#lines.waitForEarlier().catch(() => undefined);
    await this.#file.close();
  }

  async #findOpen(): Promise<HistoryHandle | null> {
    return this.#uncertain === null ? this.#file.findOpen(this.end.bytes) : null;
  }

  async #openAnew(): Promise<HistoryHandle> {
    await this.close();
    await this.#separate();
    await this.#cutOffRest();
    return this.#file.open(this.end.bytes);
  }

  /**
   * Gives the file at the path content of its own when it shares it with another name, such as that in a snapshot by `cp -al`: what
   * is written here must not change there. Rejects with the system's error.
   */
  async #separate(): Promise<void> {
    const { path } = this.#file;
    if (await hasOtherName(path)) await writeVerified(path, await readFile(path), this.#access);
  }

  /** Verifies that the file ends with our last line. A rest that was never acknowledged is cut off. */
  async #cutOffRest(): Promise<void> {
    await this.#file.cutOffRest(this.#lines.last, this.end.bytes, this.#uncertain);
    this.#uncertain = null;
  }

  /** Cuts off a change that was not acknowledged. Rejects with a `MaybeStoredError`, which names `cause`. */
  async #cutOff(cause: unknown): Promise<void> {
    try {
      await this.#access.verify();
      await this.#cutOffRest();
    } catch {
      throw new MaybeStoredError('a change may have been stored', { cause });
    }
  }
}

const endsWith = (bytes: Buffer, end: Buffer) => bytes.subarray(-end.length).equals(end);

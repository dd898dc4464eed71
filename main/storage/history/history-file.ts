import { type BigIntStats, constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { getErrorCode } from '#main/base/stet-error.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { ifThere, open, readFile, statExactly } from '../disk/disk.ts';
import { MaybeStoredError } from '../disk/disk-messages.ts';
import { writeFully, writeVerified } from '../disk/durable-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { compareWithDisk, type DiskComparison } from './compare-histories.ts';
import { formatHistoryLine, type HistoryEnd, newline } from './history-format.ts';

/** The lines of a history that are safely on the disk, kept in memory. */
class AcknowledgedLines {
  readonly #content: Buffer[];
  /** The bytes before `#content`; null once `#content` includes them. */
  #earlier: Promise<Buffer> | null;
  #end: HistoryEnd;

  /** `content` has the bytes up to the last whole line, or only the last part of them. `earlier` has the bytes before; null for none. */
  constructor(content: Buffer, earlier: Promise<Buffer> | null, end: HistoryEnd) {
    this.#content = [content];
    this.#earlier = earlier;
    this.#end = end;
  }

  /** The last line: its number, its checksum, and the size in bytes of all lines up to it. */
  get end(): HistoryEnd {
    return this.#end;
  }

  get last(): Buffer {
    const last = this.#content.at(-1) ?? Buffer.alloc(0);
    return last.subarray(last.lastIndexOf(newline, -2) + 1);
  }

  /** Adds a line, which ends the history from now on. */
  add(line: Buffer, end: HistoryEnd): void {
    this.#content.push(line);
    this.#end = end;
  }

  /** Replaces all lines by a whole history that has more of them. */
  replace(content: Buffer, end: HistoryEnd): void {
    this.#earlier = null;
    this.#content.splice(0, this.#content.length, content);
    this.#end = end;
  }

  async toBuffer(): Promise<Buffer> {
    await this.waitForEarlier();
    const all = Buffer.concat(this.#content);
    this.#content.splice(0, this.#content.length, all);
    return all;
  }

  /** Waits for the lines that were not read yet. Rejects when they can't be read. */
  async waitForEarlier(): Promise<void> {
    const earlier = this.#earlier;
    if (!earlier) return;
    const bytes = await earlier;
    // Another caller may have waited as well.
    if (this.#earlier !== earlier) return;
    this.#earlier = null;
    this.#content.unshift(bytes);
  }
}

/** The part of a file handle that appending and truncating need. */
type HistoryHandle = Pick<FileHandle, 'read' | 'write' | 'truncate' | 'datasync' | 'close'> & {
  stat(options: { bigint: true }): Promise<BigIntStats>;
};

/**
 * Opens an existing history to append to it or to truncate it. An argument, so that tests can simulate a failing disk.
 */
export type OpenHistory = (path: string, purpose: 'append' | 'cutOff') => Promise<HistoryHandle>;

/**
 * Opens a history. Append mode writes at the current end of the file, never at a fixed position, so that lines of another process are
 * not overwritten. A missing file is not created. Windows can't truncate a file that is open for appending.
 */
const openOnDisk: OpenHistory = (path, purpose) =>
  open(path, purpose === 'append' ? constants.O_RDWR | constants.O_APPEND : constants.O_RDWR);

/** Thrown when the file at the path is not the one that the lines were written to. No change was acknowledged. */
export class ChangedOutsideError extends Error {
  override readonly name = 'ChangedOutsideError';
}

/**
 * The file of a history, which stays open for appending as long as it is the file at its path, because the next start would open
 * that one. Device, inode, size and modification time identify it. Sizes are in bytes.
 */
class FileAtPath {
  #handle: HistoryHandle | null = null;
  #identity: Pick<BigIntStats, 'dev' | 'ino'> | null = null;
  /** When we last wrote to the file, in nanoseconds. A file that changed since is read again. */
  #modifiedAt: bigint | null = null;

  constructor(
    readonly path: string,
    private readonly openHistory: OpenHistory,
  ) {}

  /** Returns the open file if it is still at the path, has no other name, and nobody else has written to it; else null. */
  async findOpen(size: number): Promise<HistoryHandle | null> {
    const handle = this.#handle;
    if (!handle) return null;
    const atPath = await ifThere(statExactly(this.path));
    if (!atPath || atPath.nlink > 1n || atPath.mtimeNs !== this.#modifiedAt) return null;
    return this.#isOurs(atPath, size) ? handle : null;
  }

  /**
   * Closes the file and opens the one at the path. Rejects with a `ChangedOutsideError` when it has another size, or the system's
   * error.
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
    const atPath = await ifThere(statExactly(this.path));
    if (!atPath || !this.#isOurs(atPath, size)) throw new ChangedOutsideError();
    this.#modifiedAt = atPath.mtimeNs;
  }

  /**
   * Verifies that `lastLine` ends at `size` in the file at the path, and cuts off a torn line behind it, or `uncertain`, a line of
   * ours that was never acknowledged. Rejects with a `ChangedOutsideError` when anything else stands there, or with the system's
   * error.
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

  #isOurs({ dev, ino, size }: BigIntStats, expectedSize: number): boolean {
    return dev === this.#identity?.dev && ino === this.#identity.ino && size === BigInt(expectedSize);
  }
}

/** Whether a file also has another name, through a hard link. False for a missing file. Rejects with the system's error. */
async function hasOtherName(path: string): Promise<boolean> {
  return ((await ifThere(statExactly(path)))?.nlink ?? 1n) > 1n;
}

async function readFrom(handle: HistoryHandle, position: number): Promise<Buffer> {
  const { size } = await handle.stat({ bigint: true });
  const bytes = Buffer.alloc(Math.max(0, Number(size) - position));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
  return bytes.subarray(0, bytesRead);
}

interface HistoryFileOptions {
  path: string;
  /** The bytes of the file up to its last whole line, or only the last part of them. */
  content: Buffer;
  /** The bytes before `content`, when only the end was read. */
  earlier?: Promise<Buffer> | null;
  end: HistoryEnd;
  access: WriteAccess;
  openHistory?: OpenHistory | undefined;
}

/**
 * The append-only file of changes. A change is acknowledged once it is in the file that the next start would open: the right to write
 * and the file at the path are checked before each write and again after the sync. The lines are also kept in memory, so that a
 * removed, truncated or replaced file can be written again. Calls have to be awaited one after the other.
 */
export class HistoryFile {
  readonly #lines: AcknowledgedLines;
  readonly #file: FileAtPath;
  readonly #access: WriteAccess;
  /** An unacknowledged line that may stand behind the last one. */
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
   * The bytes of all acknowledged lines, from memory, so that they are available even if the file is unreadable. Rejects when earlier
   * lines could not be read after the article was opened; then nothing was appended since.
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
      // After a failed sync, the system may mark the lost pages as clean, so a later sync on this handle proves nothing.
      await this.close();
      this.#uncertain = content;
      if (error instanceof ChangedOutsideError) throw error;
      await this.#cutOff(error);
      throw error;
    }
    this.#lines.add(content, end);
  }

  /**
   * Compares the file at the path with our lines. An unacknowledged line of ours behind another's is left out, because it is written
   * again. Rejects with the system's error.
   */
  async compareWithDisk(): Promise<DiskComparison> {
    const onDisk = (await ifThere(readFile(this.#file.path))) ?? Buffer.alloc(0);
    const found = compareWithDisk(await this.#lines.toBuffer(), onDisk, this.end);
    const uncertain = this.#uncertain;
    const others = found.others.filter(({ history }) => uncertain === null || !endsWith(history, uncertain));
    return { ...found, others };
  }

  /** Continues with a file that has more lines. `content` is the whole file up to `end`. */
  async adopt(content: Buffer, end: HistoryEnd): Promise<void> {
    await this.close();
    this.#lines.replace(content, end);
    this.#uncertain = null;
  }

  /** Replaces the file at the path by the acknowledged lines. Rejects with the system's error. */
  async restore(): Promise<void> {
    await this.close();
    await writeVerified(this.#file.path, await this.#lines.toBuffer(), this.#access);
    this.#uncertain = null;
  }

  /** Closes the file until the next append. Never rejects: every acknowledged change is on the disk. */
  async close(): Promise<void> {
    // Earlier lines are read through another handle, and an open file would prevent the removal or move of the folder.
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
   * Copies the file at the path if it is a hard link of another file, such as one in a snapshot by `cp -al`, so that writes here do
   * not change that file. Rejects with the system's error.
   */
  async #separate(): Promise<void> {
    const { path } = this.#file;
    if (await hasOtherName(path)) await writeVerified(path, await readFile(path), this.#access);
  }

  /** Verifies that the file ends with our last line, and cuts off an unacknowledged rest. */
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

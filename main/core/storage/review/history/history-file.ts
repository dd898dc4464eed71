import { type FileHandle, open } from 'node:fs/promises';
import type { Change } from '../../../../../shared/domain/history/change';
import { writeFully } from '../../files/durable-file';
import { formatHistoryLine } from './history-line';
import type { HistoryEnd } from './read-history';

/** The part of a file handle that appending needs. */
type AppendableFile = Pick<FileHandle, 'write' | 'datasync' | 'truncate' | 'stat' | 'close'>;

/** Opens an existing file for writing. An argument, so that tests can simulate a failing disk. */
export type OpenForAppend = (path: string) => Promise<AppendableFile>;

const openFile: OpenForAppend = (path) => open(path, 'r+');

/** The append-only file of changes. Calls have to be awaited one after the other. */
export class HistoryFile {
  #handle: AppendableFile | null = null;

  /** `end` is the last line to keep: the first append cuts off what follows it. */
  constructor(
    private readonly path: string,
    private end: HistoryEnd,
    private readonly openForAppend: OpenForAppend = openFile,
  ) {}

  /** The number of the last line that is safely on the disk. */
  get lastSeq(): number {
    return this.end.seq;
  }

  /** Size in bytes of the lines that are safely on the disk. */
  get bytes(): number {
    return this.end.bytes;
  }

  /**
   * Resolves once the change would survive a power cut. Rejects with the system's error, and then the change is not part of
   * the history: the next append cuts off what reached the disk.
   */
  async append(change: Change): Promise<void> {
    const { seq, sha256: prev, bytes } = this.end;
    const { line, sha256 } = formatHistoryLine(seq + 1, prev, change);
    const content = Buffer.from(`${line}\n`);
    const handle = this.#handle ?? (await this.#open());
    try {
      await writeFully(handle, content, bytes);
      await handle.datasync();
    } catch (error) {
      // After a failed sync the system may call the lost pages clean: a later sync on this handle proves nothing.
      await this.close();
      throw error;
    }
    this.end = { seq: seq + 1, sha256, bytes: bytes + content.length };
  }

  /** Closes the file until the next append. Never rejects: every acknowledged change is on the disk. */
  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }

  async #open(): Promise<AppendableFile> {
    const handle = await this.openForAppend(this.path);
    try {
      const { size } = await handle.stat();
      if (size < this.end.bytes) throw new Error(`${this.path} became shorter than what was written to it`);
      if (size > this.end.bytes) await handle.truncate(this.end.bytes);
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    this.#handle = handle;
    return handle;
  }
}

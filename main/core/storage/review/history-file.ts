import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Change } from '../../../../shared/domain/history/change';
import { writeAll } from '../files/durable-file';
import { beforeFirst, readLine, writeLine } from './history-line';

const newline = 0x0a;

/** The handle of a file as far as appending needs it. */
type Appendable = Pick<FileHandle, 'write' | 'datasync' | 'truncate' | 'stat' | 'close'>;

/** Opens an existing file for writing; an argument so that tests can be a failing disk. */
export type OpenForAppend = (path: string) => Promise<Appendable>;

const openForAppend: OpenForAppend = (path) => open(path, 'r+');

/** Where reading stopped, and why: damage, or a line that a newer Stet wrote. Lines are counted from 1. */
export type HistoryProblem = { kind: 'damaged' | 'newer'; line: number };

interface HistoryRead {
  file: HistoryFile;
  changes: Change[];
  problem: HistoryProblem | null;
}

/** Where the good lines end: what the next line has to follow. */
interface End {
  seq: number;
  sha256: string;
  /** Size in bytes of all lines up to here. */
  bytes: number;
}

const start: End = { seq: 0, sha256: beforeFirst, bytes: 0 };

/**
 * Reads the lines of a history from the start up to the first that is not as it was written. A last line without a newline was never
 * acknowledged: it is passed over, and gone with the next append. It is damage only when it is a whole line whose newline
 * became something else.
 */
export function readLines(bytes: Buffer): { changes: Change[]; end: End; problem: HistoryProblem | null } {
  const changes: Change[] = [];
  let end = start;
  while (end.bytes < bytes.length) {
    const stop = bytes.indexOf(newline, end.bytes);
    const torn = stop === -1;
    const line = readLine(bytes.subarray(end.bytes, torn ? -1 : stop), end.seq + 1, end.sha256);
    if (torn && line.state === 'damaged') break;
    if (torn || line.state !== 'read') {
      const kind = !torn && line.state === 'newer' ? 'newer' : 'damaged';
      return { changes, end, problem: { kind, line: end.seq + 1 } };
    }
    changes.push(line.change);
    end = { seq: end.seq + 1, sha256: line.sha256, bytes: stop + 1 };
  }
  return { changes, end, problem: null };
}

/** The text of a history that holds one change. */
export function firstHistory(change: Change): string {
  return `${writeLine(1, beforeFirst, change).line}\n`;
}

/**
 * Reads the history of an article. Rejects with the system's error when the file can't be read at all; what is wrong
 * inside it is told as `problem`, with the good changes before it.
 */
export async function readHistory(
  path: string,
  openFile: OpenForAppend = openForAppend,
): Promise<HistoryRead> {
  const { changes, end, problem } = readLines(await readFile(path));
  return { file: new HistoryFile(path, end, openFile), changes, problem };
}

/** The append-only list of changes, open for appending. Appends have to be awaited one after the other. */
export class HistoryFile {
  #handle: Appendable | null = null;

  constructor(
    private readonly path: string,
    private end: End,
    private readonly openFile: OpenForAppend,
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
   * the history: whatever of it reached the disk is cut off before the next append.
   */
  async append(change: Change): Promise<void> {
    const { seq, sha256: prev, bytes } = this.end;
    const { line, sha256 } = writeLine(seq + 1, prev, change);
    const content = Buffer.from(`${line}\n`);
    const handle = this.#handle ?? (await this.#reopen());
    try {
      await writeAll(handle, content, bytes);
      await handle.datasync();
    } catch (error) {
      // After a failed sync the system may call the lost pages clean: a later sync on this handle proves nothing.
      await this.close();
      throw error;
    }
    this.end = { seq: seq + 1, sha256, bytes: bytes + content.length };
  }

  /** Lets go of the file. The next append opens it again. Never rejects: all that was acknowledged is on the disk. */
  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close().catch(() => undefined);
  }

  async #reopen(): Promise<Appendable> {
    const handle = await this.openFile(this.path);
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

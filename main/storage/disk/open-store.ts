import { basename } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import {
  encodeChecksummed,
  type JsonFileFormat,
  type ParsedJsonFile,
  parseJsonFile,
} from './checksummed-json.ts';
import { ifThere, readFile, rename } from './disk.ts';
import { describeReadFailure } from './disk-messages.ts';
import { writeVerified } from './durable-file.ts';
import type { WriteAccess } from './write-access.ts';

/**
 * The result of reading a file. A `damaged` file was renamed to `renamedTo`, or stays where it is (null) when this process must not
 * write there. A file that stays, and a `newer` or `unreadable` one, is never overwritten.
 */
export type LoadResult<T> =
  | { state: 'absent' }
  | { state: 'read'; data: T }
  | { state: 'damaged'; reason: string; renamedTo: string | null }
  | { state: 'newer' }
  | { state: 'unreadable'; reason: string };

/** Reads a JSON file without changing it, even if it is damaged. Rejects with the system's error. */
export async function readJsonFile<T>(
  path: string,
  format: JsonFileFormat<T>,
): Promise<ParsedJsonFile<T> | { state: 'absent' }> {
  const bytes = await ifThere(readFile(path));
  return bytes ? parseJsonFile(bytes, format) : { state: 'absent' };
}

/** The part of the platform that files need: the clock, to name damaged files; the log; and the right to write. */
export interface FilePlatform extends Pick<System, 'now' | 'log'> {
  access: WriteAccess;
}

/**
 * lowdb adapter for a file that is written whole or not at all, has its own checksum, and is parsed when read. `read` only gives
 * lowdb the data, if any; the caller has to check `loadResult` and report problems.
 */
export class DurableJsonFile<T extends object> implements Adapter<T> {
  readonly #inTurn = createSerialQueue();
  #loadResult: LoadResult<T>;

  /** `loadResult` is the result of an earlier read of the same file. */
  constructor(
    readonly path: string,
    private readonly format: JsonFileFormat<T>,
    private readonly platform: FilePlatform,
    loadResult: LoadResult<T> = { state: 'absent' },
  ) {
    this.#loadResult = loadResult;
  }

  get loadResult(): LoadResult<T> {
    return this.#loadResult;
  }

  /** The data, or null when there are none or they can't be used. Never rejects. */
  async read(): Promise<T | null> {
    this.#loadResult = await this.#load();
    return this.#loadResult.state === 'read' ? this.#loadResult.data : null;
  }

  /**
   * Resolves once the data would survive a power cut. The data are serialized at the call, and calls are written in order.
   * Rejects with the system's error, as `WriteAccess.verify`, or with `readOnly` when the existing file must not be
   * overwritten.
   */
  async write(data: T): Promise<void> {
    const why = this.#overwriteRefusal();
    if (why !== null)
      throw new StetError('readOnly', `Not saved: ${basename(this.path)} ${why}. It is kept as it is.`);
    const text = encodeChecksummed(this.format.format, this.format.version, data);
    await this.#inTurn(() => writeVerified(this.path, text, this.platform.access));
  }

  /** Why the existing file must not be overwritten; null when it may be. */
  #overwriteRefusal(): string | null {
    if (this.#loadResult.state === 'newer')
      return 'was written by a newer Stet, and only that one can change it';
    if (this.#loadResult.state === 'damaged' && this.#loadResult.renamedTo === null)
      return `was damaged (${this.#loadResult.reason})`;
    return this.#loadResult.state === 'unreadable' ? `could not be read (${this.#loadResult.reason})` : null;
  }

  /** The data, or null when there are none or they can't be used. Leaves a damaged file where it is. Never rejects. */
  async peek(): Promise<T | null> {
    const parsed = await readJsonFile(this.path, this.format).catch(() => null);
    return parsed?.state === 'read' ? parsed.data : null;
  }

  async #load(): Promise<LoadResult<T>> {
    try {
      const parsed = await readJsonFile(this.path, this.format);
      return parsed.state === 'damaged' ? await this.#setAside(parsed.reason) : parsed;
    } catch (error) {
      this.#log('could not be read', error);
      return { state: 'unreadable', reason: describeReadFailure(error) };
    }
  }

  #getDamagedPath(): string {
    return `${this.path}.damaged-${this.platform.now().toISOString().replaceAll(/[:.]/g, '-')}`;
  }

  /**
   * Sets an unreadable file aside, so that it may be written again. Only for files that can be recreated. Rejects with the system's
   * error.
   */
  async setAside(): Promise<void> {
    await this.platform.access.verify();
    await rename(this.path, this.#getDamagedPath());
    this.#loadResult = { state: 'absent' };
  }

  async #setAside(reason: string): Promise<LoadResult<T>> {
    if (this.platform.access.refusal !== null) return { state: 'damaged', reason, renamedTo: null };
    const renamedTo = this.#getDamagedPath();
    try {
      await this.platform.access.verify();
      await rename(this.path, renamedTo);
      return { state: 'damaged', reason, renamedTo };
    } catch (error) {
      this.#log('is damaged and could not be renamed', error);
      return { state: 'unreadable', reason: `${reason}, and it could not be set aside` };
    }
  }

  #log(problem: string, error: unknown): void {
    this.platform.log.error(`${basename(this.path)} ${problem}`, error);
  }
}

/** A JSON file that lowdb holds as a whole. */
export class JsonStore<T extends object> extends DurableJsonFile<T> {
  readonly #low = new Low<T | null>(
    // lowdb writes nothing while it has no data.
    { read: () => this.read(), write: async (data) => void (data && (await this.write(data))) },
    null,
  );

  /** The data on the disk, or null when there are none or they can't be used: `loadResult` says why. Never rejects. */
  async load(): Promise<T | null> {
    this.#low.data = null;
    await this.#low.read();
    return this.#low.data;
  }

  /** Resolves once the data would survive a power cut. Rejects as `write` does. */
  async save(data: T): Promise<void> {
    this.#low.data = data;
    await this.#low.write();
  }
}

/** Opens a JSON file that is written whole or not at all. `loaded` is the result of an earlier load of the same file. */
export function openStore<T extends object>(
  path: string,
  format: JsonFileFormat<T>,
  platform: FilePlatform,
  loaded?: LoadResult<T>,
): JsonStore<T> {
  return new JsonStore(path, format, platform, loaded);
}

/**
 * The message about a file that could not be used; null when there is no problem. `content` names the content of the file ("the
 * settings"); `fallback` is a sentence about what is used instead.
 */
export function describeReadProblem<T>(
  result: LoadResult<T>,
  content: string,
  fallback: string,
): string | null {
  if (result.state === 'damaged')
    return `The file with ${content} was damaged (${result.reason}). ${result.renamedTo === null ? 'It is left as it is' : `It is kept as ${basename(result.renamedTo)}`}. ${fallback}`;
  if (result.state === 'newer')
    return `The file with ${content} was written by a newer Stet and is left as it is. ${fallback} Update Stet to use it.`;
  if (result.state === 'unreadable')
    return `The file with ${content} could not be read (${result.reason}) and is left as it is. ${fallback}`;
  return null;
}

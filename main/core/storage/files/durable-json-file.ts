import { readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { StetError } from '../../errors/stet-error';
import { serialQueue } from '../../serial-queue';
import { seal, unseal } from './checksummed-text';
import { diskWords, systemCode } from './disk-messages';
import { writeWhole } from './durable-file';

/**
 * What was found at the path. A `damaged` file was renamed to `keptAs`; a `newer` or `unreadable` one stays untouched, and
 * nothing is written over it.
 */
export type Found<T> =
  | { state: 'absent' }
  | { state: 'read'; data: T }
  | { state: 'damaged'; reason: string; keptAs: string }
  | { state: 'newer' }
  | { state: 'unreadable'; reason: string };

interface Shape<T> {
  format: string;
  /** The newest version that this program knows. */
  version: number;
  schema: z.ZodType<T>;
  now: () => Date;
}

/**
 * lowdb adapter for a file that is written whole or not at all, carries its own checksum, and is parsed when read. lowdb
 * learns from `read` only whether there are data; whoever reads has to look at `found` and tell what it says.
 */
export class DurableJsonFile<T extends object> implements Adapter<T> {
  #found: Found<T> = { state: 'absent' };
  readonly #inTurn = serialQueue();

  constructor(
    readonly path: string,
    private readonly shape: Shape<T>,
  ) {}

  /** What the last `read` found. */
  get found(): Found<T> {
    return this.#found;
  }

  /** The data, or null when there are none to be had. Never rejects. */
  async read(): Promise<T | null> {
    this.#found = await this.#find();
    return this.#found.state === 'read' ? this.#found.data : null;
  }

  /**
   * Resolves once the data would survive a power cut. They are taken as they stand at the call, and calls are written in
   * order. Rejects with the system's error, or with `readOnly` where something stands that must not be written over.
   */
  async write(data: T): Promise<void> {
    const why = this.#keptFor();
    if (why !== null)
      throw new StetError('readOnly', `Not saved: ${basename(this.path)} ${why}. It is kept as it is.`);
    const text = seal(this.shape.format, this.shape.version, data);
    await this.#inTurn(() => writeWhole(this.path, text));
  }

  /** Why what stands at the path must not be written over; null when it may be. */
  #keptFor(): string | null {
    if (this.#found.state === 'newer') return 'was written by a newer Stet, and only that one can change it';
    return this.#found.state === 'unreadable' ? `could not be read (${this.#found.reason})` : null;
  }

  async #find(): Promise<Found<T>> {
    try {
      return await this.#judge(await readFile(this.path));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return { state: 'absent' };
      return { state: 'unreadable', reason: diskWords(error).why };
    }
  }

  async #judge(bytes: Uint8Array): Promise<Found<T>> {
    const { format, version, schema } = this.shape;
    const unsealed = unseal(bytes);
    if (!unsealed.ok) return this.#setAside(unsealed.reason);
    if (unsealed.format !== format) return this.#setAside(`it holds ${unsealed.format}, not ${format}`);
    if (unsealed.version > version) return { state: 'newer' };
    const parsed = schema.safeParse(unsealed.data);
    if (!parsed.success) return this.#setAside('its content is not what Stet writes');
    return { state: 'read', data: parsed.data };
  }

  async #setAside(reason: string): Promise<Found<T>> {
    const keptAs = `${this.path}.damaged-${this.shape.now().toISOString().replaceAll(/[:.]/g, '-')}`;
    try {
      await rename(this.path, keptAs);
      return { state: 'damaged', reason, keptAs };
    } catch {
      return { state: 'unreadable', reason: `${reason}, and it could not be set aside` };
    }
  }
}

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Schema } from '../../../../../shared/domain/primitives';
import type { GiveWay } from '../../../tasks/give-way';
import { lstat, open, readdir, rm } from '../../files/disk';
import { syncFolder, writeFully } from '../../files/durable-file';
import { hashFile } from '../../files/read-chunks';
import { readRegularFile } from '../../files/regular-file';
import { isUnreadable, toBackupFolderError } from '../backup-errors';
import { PoolStage } from './pool-stage';
import type { ReadContents } from './read-contents';

/** A content of the pool: its SHA-256 and its size in bytes. */
interface PooledFile {
  sha256: string;
  bytes: number;
}

export interface PoolOptions {
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Gets the number of bytes of each chunk that is read, of the library or of the pool. */
  onBytes(bytes: number): void;
  /** The contents that the backup before names. */
  named: ReadonlySet<string>;
  /** The contents that need not be read again. */
  read: ReadContents;
  /** Whether named contents are read before they are used again. Otherwise they only have to be there. */
  readsBack: boolean;
}

/** Large files are synced in steps of this many bytes, so that an edit which is saved meanwhile waits for little. */
const syncIntervalBytes = 16 * 1024 * 1024;

/**
 * The contents that the backups of a library share, each under its SHA-256. They are copies: a link would share the damage of
 * its file. A content that is there is read before it is used again, and one that is damaged counts as missing, so that it is
 * copied again. Everything that is new is read back by `verifyNew`, before a manifest names it. Failures of the pool are a
 * `BackupFolderError`.
 */
export class Pool {
  readonly #stage: PoolStage;
  /** Contents that were added since the pool was opened: size in bytes by SHA-256. */
  readonly #added = new Map<string, number>();
  /** Named contents that are missing or damaged in the pool. */
  readonly #damaged = new Set<string>();

  constructor(
    readonly folder: string,
    private readonly options: PoolOptions,
  ) {
    this.#stage = new PoolStage(folder);
  }

  /** Size in bytes of everything that was added. */
  get addedBytes(): number {
    return sum(this.#added.values());
  }

  /** How many named contents were missing or damaged and were copied again, and how many the library does not have either. */
  countDamaged(): { replaced: number; lost: number } {
    const replaced = [...this.#damaged].filter((sha256) => this.#added.has(sha256)).length;
    return { replaced, lost: this.#damaged.size - replaced };
  }

  /** The content with that SHA-256; null when the pool does not have it intact. Rejects with the signal's reason. */
  async find(sha256: string): Promise<PooledFile | null> {
    const bytes = this.#stage.find(sha256) ?? this.#added.get(sha256);
    if (bytes !== undefined) return { sha256, bytes };
    const path = join(this.folder, sha256);
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() && (await this.#isUsable(path, sha256))) return { sha256, bytes: stats.size };
    if (this.options.named.has(sha256)) this.#damaged.add(sha256);
    return null;
  }

  /** Adds bytes unless the pool has them. Resolves to their SHA-256. */
  async addBytes(content: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { sha256, bytes: content.length };
    if (await this.#has(file)) return sha256;
    await this.#write(async (copy) => {
      await writeFully(copy, content, 0).catch(toBackupFolderError);
      return file;
    });
    return sha256;
  }

  /**
   * Copies a file. Resolves to null when it can't be read, or has another SHA-256 than `expected`; then nothing is added.
   * Rejects with the signal's reason when it aborts.
   */
  async addFile(path: string, expected?: string): Promise<PooledFile | null> {
    const { signal, onBytes, giveWay } = this.options;
    return this.#write(async (copy) => {
      let bytes = 0;
      let unsynced = 0;
      const append = async (chunk: Buffer) => {
        await writeFully(copy, chunk, bytes).catch(toBackupFolderError);
        bytes += chunk.length;
        unsynced += chunk.length;
        if (unsynced >= syncIntervalBytes) {
          await copy.datasync().catch(toBackupFolderError);
          unsynced = 0;
        }
        onBytes(chunk.length);
        await giveWay(chunk.length);
      };
      try {
        const options = { followLinks: false };
        const sha256 = await readRegularFile(path, options, (handle) => hashFile(handle, append, signal));
        return expected === undefined || sha256 === expected ? { sha256, bytes } : null;
      } catch (error) {
        if (isUnreadable(error)) return null;
        throw error;
      }
    });
  }

  /** Reads everything back that is new. Rejects when something is not as it was written, or with the signal's reason. */
  async verifyNew(onBytes: (bytes: number) => void): Promise<void> {
    await this.#stage.flush().catch(toBackupFolderError);
    for (const sha256 of this.#added.keys()) {
      const path = join(this.folder, sha256);
      if (await this.#isIntact(path, sha256, onBytes)) continue;
      // Otherwise the next backup would take it for a good copy.
      await rm(path, { force: true }).catch(toBackupFolderError);
      toBackupFolderError(new Error('a copy was not as it was written'));
    }
  }

  /** Gives what was added so far its names, for the next backup, or removes it where that fails. Never rejects. */
  async close(): Promise<void> {
    await this.#stage.flush().catch(() => this.#stage.discard());
  }

  /** Whether a content that is there may be used. One that no manifest names is of an unfinished backup, and always read. */
  async #isUsable(path: string, sha256: string): Promise<boolean> {
    const { named, readsBack, onBytes } = this.options;
    if (named.has(sha256) && !readsBack) return true;
    return !this.#damaged.has(sha256) && this.#isIntact(path, sha256, onBytes);
  }

  async #isIntact(path: string, sha256: string, onBytes: (bytes: number) => void): Promise<boolean> {
    const { read, signal, giveWay } = this.options;
    const onChunk = async ({ length }: Buffer) => {
      onBytes(length);
      await giveWay(length);
    };
    return read.isIntact(path, sha256, onChunk, signal).catch((error) => {
      signal.throwIfAborted();
      return toBackupFolderError(error);
    });
  }

  async #has({ sha256, bytes }: PooledFile): Promise<boolean> {
    return (await this.find(sha256))?.bytes === bytes;
  }

  /** Stages what `fill` has written, unless the pool has it already or `fill` gives it up. */
  async #write(fill: (copy: FileHandle) => Promise<PooledFile | null>): Promise<PooledFile | null> {
    const temp = this.#stage.createPath();
    let isStaged = false;
    const copy = await open(temp, 'wx', 0o600).catch(toBackupFolderError);
    try {
      const file = await fill(copy).finally(() => copy.close().catch(toBackupFolderError));
      if (!file || (await this.#has(file))) return file;
      await this.#stage.add({ temp, ...file }).catch(toBackupFolderError);
      isStaged = true;
      this.#added.set(file.sha256, file.bytes);
      return file;
    } finally {
      if (!isStaged) await rm(temp, { force: true }).catch(() => undefined);
    }
  }
}

/** Removes all contents of a pool but these. Rejects with the system's error. */
export async function removeContentsExcept(folder: string, needed: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(folder)).filter((name) => sha256Schema.safeParse(name).success);
  const unneeded = names.filter((name) => !needed.has(name));
  for (const name of unneeded) await rm(join(folder, name), { force: true });
  if (unneeded.length > 0) await syncFolder(folder);
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

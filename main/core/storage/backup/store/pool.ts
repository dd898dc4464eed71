import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Schema } from '../../../../../shared/domain/primitives';
import type { GiveWay } from '../../../tasks/give-way';
import { lstat, open, readdir, rm } from '../../files/disk';
import { syncFolder, writeFully } from '../../files/durable-file';
import { hashFile } from '../../files/read-chunks';
import { readRegularFile } from '../../files/regular-file';
import { verifyStoredFile } from '../../vault/stored-file';
import { isUnreadable, toBackupFolderError } from '../backup-errors';
import { PoolStage } from './pool-stage';

/** A content of the pool: its SHA-256 and its size in bytes. */
interface PooledFile {
  sha256: string;
  bytes: number;
}

interface AddOptions {
  /** The SHA-256 that the file must have. */
  expected?: string;
  signal: AbortSignal;
  /** Gets the number of bytes of each chunk. */
  onBytes(bytes: number): void;
}

/** Large files are synced in steps of this many bytes, so that an edit which is saved meanwhile waits for little. */
const syncIntervalBytes = 16 * 1024 * 1024;

/**
 * The contents that the backups of a library share, each under its SHA-256. They are copies: a link would share the damage of
 * its file. Everything that is new is read back by `verifyNew`, before a manifest names it. Failures to write are a
 * `BackupFolderError`.
 */
export class Pool {
  readonly #stage: PoolStage;
  /** Contents that were added since the pool was opened: size in bytes by SHA-256. */
  readonly #added = new Map<string, number>();
  /** Contents of an unfinished backup that are used now, and were never read back. */
  readonly #unverified = new Map<string, number>();

  /** `verified` are the contents that a manifest names. */
  constructor(
    readonly folder: string,
    private readonly giveWay: GiveWay,
    private readonly verified: ReadonlySet<string> = new Set(),
  ) {
    this.#stage = new PoolStage(folder);
  }

  /** Size in bytes of everything that was added. */
  get addedBytes(): number {
    return sum(this.#added.values());
  }

  /** Size in bytes of everything that `verifyNew` reads back. */
  get newBytes(): number {
    return sum(this.#added.values()) + sum(this.#unverified.values());
  }

  /** The content with that SHA-256, which is not read; null when the pool does not have it. */
  async find(sha256: string): Promise<PooledFile | null> {
    const staged = this.#stage.find(sha256);
    if (staged !== null) return { sha256, bytes: staged };
    const stats = await lstat(join(this.folder, sha256)).catch(() => null);
    if (!stats?.isFile()) return null;
    if (!this.verified.has(sha256) && !this.#added.has(sha256)) this.#unverified.set(sha256, stats.size);
    return { sha256, bytes: stats.size };
  }

  /** Adds bytes unless the pool has them. Resolves to their SHA-256. */
  async addBytes(content: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { sha256, bytes: content.length };
    if (await this.#has(file)) return sha256;
    await this.#write(async (copy) => {
      await writeFully(copy, content, 0);
      return file;
    });
    return sha256;
  }

  /**
   * Copies a file. Resolves to null when it can't be read, or has another SHA-256 than the expected one; then nothing is added.
   * Rejects with the signal's reason when it aborts.
   */
  async addFile(path: string, { expected, signal, onBytes }: AddOptions): Promise<PooledFile | null> {
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
        await this.giveWay(chunk.length);
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
  async verifyNew(signal: AbortSignal, onBytes: (bytes: number) => void): Promise<void> {
    await this.#stage.flush().catch(toBackupFolderError);
    const onChunk = async ({ length }: Buffer) => {
      onBytes(length);
      await this.giveWay(length);
    };
    for (const sha256 of [...this.#added.keys(), ...this.#unverified.keys()]) {
      const path = join(this.folder, sha256);
      const state = await verifyStoredFile(path, sha256, onChunk, signal);
      if (state === 'unchanged') continue;
      // Otherwise the next backup would take it for a good copy.
      await rm(path, { force: true }).catch(toBackupFolderError);
      toBackupFolderError(new Error('a copy was not as it was written'));
    }
  }

  /** Gives what was added so far its names, for the next backup, or removes it where that fails. Never rejects. */
  async close(): Promise<void> {
    await this.#stage.flush().catch(() => this.#stage.discard());
  }

  /** Removes all contents but these. Resolves to how many were removed. */
  async removeExcept(needed: ReadonlySet<string>): Promise<number> {
    const names = (await readdir(this.folder)).filter((name) => sha256Schema.safeParse(name).success);
    const unneeded = names.filter((name) => !needed.has(name));
    for (const name of unneeded) await rm(join(this.folder, name), { force: true });
    if (unneeded.length > 0) await syncFolder(this.folder);
    return unneeded.length;
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
      const file = await fill(copy).finally(() => copy.close());
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

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

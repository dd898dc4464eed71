import { join } from 'node:path';
import type { System } from '#main/base/system.ts';
import type { GiveWay } from '#main/base/tasks.ts';
import type { StoredFileState } from '#shared/domain/base/attachment.ts';
import { lstat, open, rm } from '../disk/disk.ts';
import { syncFolder } from '../disk/durable-file.ts';
import { hashFile, readRegularFile } from '../disk/regular-file.ts';
import { alwaysWritable } from '../disk/write-access.ts';
import { getFileStamp, listContentNames, verifyStoredFile } from '../vault/stored-file.ts';
import { type CreateVaultFile, VaultWriter } from '../vault/vault-writer.ts';
import { isUnreadable, toBackupFolderError } from './backup-messages.ts';

/** How long a verified file needs no new verification while it is unchanged, in milliseconds. */
const recentMs = 24 * 60 * 60_000;

interface VerifiedContent {
  sha256: string;
  state: StoredFileState;
  /** The number of bytes that were read: 0 if it was verified recently. */
  bytes: number;
}

interface VerifyWork {
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Called with the number of bytes of each chunk that is read. */
  onBytes(bytes: number): void;
}

/**
 * Verifies that the files of a pool exist and match the SHA-256 of their names. A file that was verified within a day is read again
 * only if its size or times differ, because then it was written to, replaced or restored.
 */
export class ContentVerifier {
  /** The stamp of each file when it was verified, and the time, by path. */
  readonly #read = new Map<string, { stamp: string; atMs: number }>();

  constructor(private readonly platform: Pick<System, 'now'>) {}

  /** Yields the result for each file. Throws the signal's reason, and system errors that are not about the file itself. */
  async *verify(pool: string, names: Iterable<string>, work: VerifyWork): AsyncGenerator<VerifiedContent> {
    for (const sha256 of names) yield await this.#verify(join(pool, sha256), sha256, work);
  }

  async #verify(
    path: string,
    sha256: string,
    { giveWay, signal, onBytes }: VerifyWork,
  ): Promise<VerifiedContent> {
    // Asked before the read, so that the next verification notices a change in between.
    const stamp = await getFileStamp(path);
    const known = this.#read.get(path);
    const nowMs = this.platform.now().getTime();
    if (known?.stamp === stamp && Math.abs(nowMs - known.atMs) < recentMs)
      return { sha256, state: 'unchanged', bytes: 0 };
    this.#read.delete(path);
    let bytes = 0;
    const onChunk = ({ length }: Buffer) => {
      bytes += length;
      onBytes(length);
      return giveWay(length);
    };
    const state = await verifyStoredFile(path, sha256, onChunk, signal);
    if (state === 'unchanged') this.#read.set(path, { stamp, atMs: nowMs });
    return { sha256, state, bytes };
  }
}

/**
 * Verifies all files of a vault or a pool, and others that have to exist there. Throws the signal's reason, and system errors that
 * are not about a file itself.
 */
export async function* verifyFolder(
  folder: string,
  needed: Iterable<unknown>,
  work: VerifyWork & Pick<System, 'now'>,
): AsyncGenerator<VerifiedContent> {
  const stored = await listContentNames(folder).catch(() => []);
  const names = [...stored, ...needed].filter((name) => typeof name === 'string');
  yield* new ContentVerifier(work).verify(folder, new Set(names), work);
}

/** A file in the pool: its SHA-256 and its size in bytes. */
interface PooledFile {
  sha256: string;
  bytes: number;
}

interface PoolOptions {
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Called with the number of bytes of each chunk that is copied. */
  onBytes(bytes: number): void;
  /** The files that the previous backup names. */
  named: ReadonlySet<string>;
  /** Those of the named files that are missing or damaged. */
  damaged: ReadonlySet<string>;
}

/**
 * The files that the backups of a library share, each named by its SHA-256. They are copies, because a link would share damage to
 * the original. A new file is read back before it gets its name. A file that no backup names comes from an unfinished backup and is
 * copied again. Failures of the pool are a `BackupFolderError`.
 */
export class Pool {
  /** Files that were added since the pool was opened: size in bytes by SHA-256. */
  readonly #added = new Map<string, number>();
  /** Named files that the backup needs, and that are missing or damaged. */
  readonly #lost = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly options: PoolOptions,
  ) {}

  /** How many damaged or missing named files were copied again, and how many the library does not have either. */
  countDamaged(): { replaced: number; lost: number } {
    const replaced = [...this.#lost].filter((sha256) => this.#added.has(sha256)).length;
    return { replaced, lost: this.#lost.size - replaced };
  }

  /** The file with that SHA-256; null when the pool does not have it intact. */
  async find(sha256: string): Promise<PooledFile | null> {
    const bytes = this.#added.get(sha256);
    if (bytes !== undefined) return { sha256, bytes };
    const { named, damaged } = this.options;
    if (!named.has(sha256)) return null;
    const stats = damaged.has(sha256) ? null : await lstat(join(this.folder, sha256)).catch(() => null);
    if (stats?.isFile()) return { sha256, bytes: stats.size };
    this.#lost.add(sha256);
    return null;
  }

  addBytes(content: Uint8Array): Promise<PooledFile> {
    return this.#write(async (writer) => {
      await writer.append(content).catch(toBackupFolderError);
      return this.#keep(writer);
    });
  }

  /**
   * Copies a file unless the pool has it. Resolves to null when it can't be read, or has another SHA-256 than `expected`; then
   * nothing is added. Rejects with the signal's reason when it aborts.
   */
  addFile(path: string, expected?: string): Promise<PooledFile | null> {
    const { signal, onBytes, giveWay } = this.options;
    return this.#write(async (writer) => {
      const append = async (chunk: Buffer) => {
        await writer.append(chunk).catch(toBackupFolderError);
        onBytes(chunk.length);
        await giveWay(chunk.length);
      };
      try {
        await readRegularFile(path, { followLinks: false }, (handle) => hashFile(handle, append, signal));
      } catch (error) {
        if (isUnreadable(error)) return null;
        throw error;
      }
      return expected === undefined || writer.sha256 === expected ? this.#keep(writer) : null;
    });
  }

  /** Writes a file, and removes it if `write` does not keep it. */
  async #write<T>(write: (writer: VaultWriter) => Promise<T>): Promise<T> {
    const writer = await VaultWriter.begin(this.folder, alwaysWritable, createFile).catch(
      toBackupFolderError,
    );
    try {
      return await write(writer);
    } finally {
      await writer.discard();
    }
  }

  /** Reads a written file back and gives it its name, unless the pool has it already. */
  async #keep(writer: VaultWriter): Promise<PooledFile> {
    const { sha256, bytes } = writer;
    if (await this.find(sha256)) return { sha256, bytes };
    await writer.commit().catch(toBackupFolderError);
    const path = join(this.folder, sha256);
    const { signal, giveWay } = this.options;
    const state = await verifyStoredFile(path, sha256, ({ length }) => giveWay(length), signal);
    if (state !== 'unchanged') {
      await rm(path, { force: true }).catch(toBackupFolderError);
      toBackupFolderError(new Error('a copy was not as it was written'));
    }
    this.#added.set(sha256, bytes);
    return { sha256, bytes };
  }
}

/** Creates a file that only this user may read. */
const createFile: CreateVaultFile = (path) => open(path, 'wx', 0o600);

/** Removes all files of a pool except these. Rejects with the system's error. */
export async function removeContentsExcept(folder: string, needed: ReadonlySet<string>): Promise<void> {
  const unneeded = (await listContentNames(folder)).filter((name) => !needed.has(name));
  for (const name of unneeded) await rm(join(folder, name), { force: true });
  if (unneeded.length > 0) await syncFolder(folder);
}

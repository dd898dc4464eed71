import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredFileState } from '#shared/domain/base/attachment.ts';
import { rm } from '../disk/disk.ts';
import {
  createPrivateFile,
  createTempPath,
  replaceFile,
  syncFolder,
  writeFully,
} from '../disk/durable-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { verifyStoredFile } from './stored-file.ts';

/** The part of a file handle that writing needs. */
type WritableFile = Pick<FileHandle, 'write' | 'datasync' | 'close'>;

/** Creates a file for writing. An argument, so that tests can simulate a failing disk. */
export type CreateVaultFile = (path: string) => Promise<WritableFile>;

const createFile: CreateVaultFile = createPrivateFile;

/** After this many bytes a sync is started in the background, so that little is left for the last one. */
const syncIntervalBytes = 64 * 1024 * 1024;

/**
 * Gives a complete temporary file its place in a vault, under its SHA-256. A file that is there already is replaced, which
 * repairs a copy that was altered. Resolves once the file would survive a power cut, if its content was synced.
 * Rejects with the system's error or as `WriteAccess.verify`.
 */
export async function moveIntoVault(
  folder: string,
  temp: string,
  sha256: string,
  access: WriteAccess,
): Promise<void> {
  await access.verify();
  await replaceFile(temp, join(folder, sha256));
  await syncFolder(folder);
}

/** Writes a file whose bytes are in memory to a vault. Rejects with the system's error. */
export async function writeToVault(folder: string, bytes: Uint8Array, access: WriteAccess): Promise<void> {
  const writer = await VaultWriter.begin(folder, access);
  try {
    await writer.append(bytes);
    await writer.commit();
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/**
 * Writes one file to a vault, under a temporary name until it is complete. All methods reject with the system's error or as
 * `WriteAccess.verify`; a file that is not committed has to be discarded. Calls have to be awaited one after the other.
 */
export class VaultWriter {
  readonly #hash = createHash('sha256');
  #sha256: string | null = null;
  #bytes = 0;
  #unsyncedBytes = 0;
  #syncing: Promise<void> | null = null;
  /** The error of a failed sync. The system may then mark the lost pages as clean, so a later sync proves nothing. */
  #syncError: unknown = null;

  private constructor(
    private readonly folder: string,
    private readonly temp: string,
    private readonly file: WritableFile,
    private readonly access: WriteAccess,
  ) {}

  static async begin(
    folder: string,
    access: WriteAccess,
    create: CreateVaultFile = createFile,
  ): Promise<VaultWriter> {
    await access.verify();
    const temp = createTempPath(folder, 'attaching');
    return new VaultWriter(folder, temp, await create(temp), access);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** SHA-256 of the content. Nothing can be appended after it was read. */
  get sha256(): string {
    this.#sha256 ??= this.#hash.digest('hex');
    return this.#sha256;
  }

  /** Writes and hashes at the same time. The chunk must not be changed until this resolves. */
  async append(chunk: Uint8Array): Promise<void> {
    if (this.#syncError) throw this.#syncError;
    await this.access.verify();
    const writing = writeFully(this.file, chunk, this.#bytes);
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    await writing;
    this.#unsyncedBytes += chunk.length;
    if (this.#unsyncedBytes >= syncIntervalBytes && !this.#syncing) this.#beginSync();
  }

  /** Moves the file into the vault. Resolves to its SHA-256 once it would survive a power cut. */
  async commit(): Promise<string> {
    const { sha256 } = this;
    await this.#syncing;
    if (this.#syncError) throw this.#syncError;
    await this.file.datasync();
    await this.file.close();
    await moveIntoVault(this.folder, this.temp, sha256, this.access);
    return sha256;
  }

  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.temp, { force: true }).catch(() => undefined);
  }

  #beginSync(): void {
    this.#unsyncedBytes = 0;
    this.#syncing = this.file.datasync().then(
      () => {
        this.#syncing = null;
      },
      (error) => {
        this.#syncError = error;
      },
    );
  }
}

/**
 * Copies a file into the vault that `writer` begins a file in; only one with this SHA-256 is kept. Resolves to its state. Rejects
 * as `verifyStoredFile` and the writer do.
 */
export async function copyIntoVault(
  from: string,
  sha256: string,
  writer: VaultWriter,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (done: number) => void } = {},
): Promise<StoredFileState> {
  try {
    const append = async (chunk: Buffer) => {
      await writer.append(chunk);
      onBytes?.(writer.bytes);
    };
    const state = await verifyStoredFile(from, sha256, append, signal);
    if (state === 'unchanged') await writer.commit();
    else await writer.discard();
    return state;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

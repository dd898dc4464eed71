import { join } from 'node:path';
import {
  maxAttachmentBytes,
  type StoredFile,
  type StoredFileState,
} from '../../../../shared/domain/attachment';
import type { Change } from '../../../../shared/domain/history/change';
import type { Task } from '../../tasks/task';
import { createFolder } from '../files/durable-file';
import { addFile } from './add-file';
import { ChunkedFile } from './chunked-file';
import { copyFromVault } from './copy-from-vault';
import {
  type CopyOptions,
  copyStoredFile,
  getFileStamp,
  hasStoredFile,
  readStoredFile,
  verifyStoredFile,
} from './stored-file';
import { markUnswept, type SweepContext, sweepVault } from './sweep-vault';
import { notAttachedError, tooLargeError } from './vault-messages';
import { type CreateVaultFile, VaultWriter } from './vault-writer';

/**
 * The files of one article, each stored under the SHA-256 of its content, so that the same content is stored once. A file
 * that is added is removed by the next sweep unless a change of the history references it.
 *
 * Files come in through `add-file.ts` (from the disk, `add-files.ts` for several), `chunked-file.ts` and `incoming-files.ts`
 * (from the window), `copy-from-vault.ts` and `adopt-source.ts` (from another article). All of them are written by
 * `vault-writer.ts`. `stored-file.ts` reads them back, `file-texts.ts` and `find-quote.ts` search them,
 * and `sweep-vault.ts` moves what no change references
 * to a bin.
 */
export class Vault {
  /** Resolves once the folder exists and is marked for sweeping; null as long as no file is added. */
  #prepared: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly platform: SweepContext,
    private readonly createFile?: CreateVaultFile,
  ) {}

  /** Adds a file from the disk, as `addFile` does. */
  add(path: string, task: Task): Promise<StoredFile> {
    return addFile(path, () => this.#begin(), task);
  }

  /** Begins to add a file of the given size that comes in chunks. Rejects with `badRequest` or `notSaved`. */
  async addInChunks(name: string, bytes: number): Promise<ChunkedFile> {
    if (bytes > maxAttachmentBytes) throw tooLargeError(name);
    try {
      return new ChunkedFile(await this.#begin(), name, bytes);
    } catch (error) {
      throw notAttachedError(name, error);
    }
  }

  /** Adds a copy of another vault's file, as `copyFromVault` does. */
  async addFromVault(from: Vault, file: StoredFile, task: Task): Promise<StoredFileState> {
    try {
      await this.#prepare();
    } catch (error) {
      throw notAttachedError(file.name, error);
    }
    const target = {
      folder: this.folder,
      begin: () => this.#begin(),
      access: this.platform.access,
    };
    return copyFromVault(from.#path(file), file, target, task);
  }

  /** Whether the vault has a file of that name and size. Its content is not read. */
  has(file: Pick<StoredFile, 'sha256' | 'bytes'>): Promise<boolean> {
    return hasStoredFile(this.#path(file), file.bytes);
  }

  /** A string that changes whenever the file is written to or replaced. */
  getStamp(file: StoredFile): Promise<string> {
    return getFileStamp(this.#path(file));
  }

  /** Verifies the files, as `verifyFiles` does. Resolves to each state by SHA-256. */
  verify(files: readonly StoredFile[], task: Task): Promise<Map<string, StoredFileState>> {
    return verifyFiles(files, (file) => this.#path(file), task);
  }

  /** Copies a file to a new one, as `copyStoredFile` does. */
  copyTo(
    file: StoredFile,
    to: string,
    onChunk: (chunk: Buffer) => void,
    options?: CopyOptions,
  ): Promise<void> {
    return copyStoredFile(this.#path(file), file, to, onChunk, options);
  }

  /** The bytes of a file. Rejects with `damaged` or `missing`. */
  read(file: StoredFile): Promise<Uint8Array<ArrayBuffer>> {
    return readStoredFile(this.#path(file), file);
  }

  /** As `sweepVault`. Nothing else may use the vault meanwhile. */
  async sweep(changes: readonly Change[]): Promise<void> {
    await sweepVault(this.folder, changes, this.platform);
    this.#prepared = null;
  }

  #path({ sha256 }: Pick<StoredFile, 'sha256'>): string {
    return join(this.folder, sha256);
  }

  async #begin(): Promise<VaultWriter> {
    await this.#prepare();
    try {
      return await VaultWriter.begin(this.folder, this.platform.access, this.createFile);
    } catch (error) {
      // The folder may be gone. It is created again the next time.
      this.#prepared = null;
      throw error;
    }
  }

  async #prepare(): Promise<void> {
    this.#prepared ??= this.#createMarked();
    try {
      await this.#prepared;
    } catch (error) {
      this.#prepared = null;
      throw error;
    }
  }

  async #createMarked(): Promise<void> {
    await this.platform.access.verify();
    await createFolder(this.folder);
    await markUnswept(this.folder);
  }
}

/**
 * Verifies files of a vault, each content once. Resolves to each state by SHA-256. Progress is in bytes of all files. Rejects
 * with the signal's reason when it aborts.
 */
async function verifyFiles(
  files: readonly StoredFile[],
  getPath: (file: StoredFile) => string,
  { signal, reportProgress }: Task,
): Promise<Map<string, StoredFileState>> {
  const distinct = new Map(files.map((file) => [file.sha256, file]));
  const total = Array.from(distinct.values(), ({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0);
  const states = new Map<string, StoredFileState>();
  let start = 0;
  for (const file of distinct.values()) {
    let read = 0;
    // A file that has grown counts with its expected size.
    const report = () => reportProgress(file.name, start + Math.min(file.bytes, read), total);
    const onChunk = (chunk: Buffer) => {
      read += chunk.length;
      report();
    };
    report();
    states.set(file.sha256, await verifyStoredFile(getPath(file), file.sha256, onChunk, signal));
    start += file.bytes;
    reportProgress(file.name, start, total);
  }
  signal.throwIfAborted();
  return states;
}

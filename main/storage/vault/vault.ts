import { constants, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { getMediaType, toAttachmentName } from '#main/base/safe-file-name.ts';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { Task } from '#main/base/tasks.ts';
import { maxAttachmentBytes, type StoredFile, type StoredFileState } from '#shared/domain/base/attachment.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { copyFile, open, rm } from '../disk/disk.ts';
import { createFolder, createTempPath } from '../disk/durable-file.ts';
import { FileTooLargeError, NotRegularFileError, readChunks, readRegularFile } from '../disk/regular-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import {
  type CopyOptions,
  copyStoredFile,
  getFileStamp,
  hasStoredFile,
  readStoredFile,
  verifyStoredFile,
} from './stored-file.ts';
import { markUnswept, type SweepContext, sweepVault } from './sweep-vault.ts';
import {
  changedWhileReadError,
  notAFileError,
  notAttachedError,
  notReadError,
  tooLargeError,
} from './vault-messages.ts';
import { type CreateVaultFile, copyIntoVault, moveIntoVault, VaultWriter } from './vault-writer.ts';

/** A file that is added to a vault chunk by chunk, in the order of the calls. When a step fails, nothing is left behind. */
export class ChunkedFile {
  readonly #inTurn = createSerialQueue();
  readonly name: string;
  #isEnded = false;

  /** `bytes` is the announced size of the file. */
  constructor(
    private readonly writer: VaultWriter,
    name: string,
    readonly bytes: number,
  ) {
    this.name = toAttachmentName(name);
  }

  /** Resolves to how many bytes have come so far. Rejects with `badRequest` for more than announced, or `notSaved`. */
  append(chunk: Uint8Array): Promise<number> {
    return this.#step(async () => {
      if (this.writer.bytes + chunk.length > this.bytes) throw wrongSizeError(this.name);
      await this.writer.append(chunk);
      return this.writer.bytes;
    });
  }

  /** Resolves once the file would survive a power cut. Rejects with `badRequest` for fewer bytes than announced, or `notSaved`. */
  commit(): Promise<StoredFile> {
    return this.#step(async () => {
      const { name, bytes, writer } = this;
      if (writer.bytes !== bytes) throw wrongSizeError(name);
      const sha256 = await writer.commit();
      this.#isEnded = true;
      return { sha256, name, bytes, mime: getMediaType(name) };
    });
  }

  /** Discards the file unless it is committed. Never rejects. */
  discard(): Promise<void> {
    return this.#inTurn(() => this.#discard());
  }

  #step<T>(step: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#isEnded) throw transferEndedError();
      try {
        return await step();
      } catch (error) {
        await this.#discard();
        throw notAttachedError(this.name, error);
      }
    });
  }

  async #discard(): Promise<void> {
    if (this.#isEnded) return;
    this.#isEnded = true;
    await this.writer.discard();
  }
}

/** The error for a chunk of a file that was never begun, or that is already committed or discarded. */
export function transferEndedError(): StetError {
  return new StetError(
    'badRequest',
    'The file was not attached: its transfer is over. Attach it again if it is not there.',
  );
}

function wrongSizeError(name: string): StetError {
  return new StetError('badRequest', `“${name}” was not attached: its size did not match. Attach it again.`);
}

async function storeContent(
  { name, handle, stats }: { name: string; handle: FileHandle; stats: Stats },
  begin: () => Promise<VaultWriter>,
  { signal, reportProgress }: Task,
): Promise<StoredFile> {
  const total = stats.size;
  /** Distinguishes failures to write to the vault from failures to read the file. */
  const writing = <T>(work: Promise<T>) =>
    work.catch((error): never => {
      throw notAttachedError(name, error);
    });
  reportProgress(name, 0, total);
  const writer = await writing(begin());
  try {
    for await (const chunk of readChunks(handle, signal)) {
      if (writer.bytes + chunk.length > total) throw changedWhileReadError(name);
      await writing(writer.append(chunk));
      reportProgress(name, writer.bytes, total);
    }
    const { size, mtimeMs } = await handle.stat();
    if (writer.bytes !== size || size !== total || mtimeMs !== stats.mtimeMs)
      throw changedWhileReadError(name);
    return { sha256: await writing(writer.commit()), name, bytes: size, mime: getMediaType(name) };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Clones a file: a copy whose bytes are not written. Resolves to whether that was possible. */
export type CloneFile = (from: string, to: string) => Promise<boolean>;

/** Btrfs, XFS and APFS can clone within one disk: the clone shares its blocks until one of the two is written to. */
const cloneOnDisk: CloneFile = async (from, to) => {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    await copy.datasync().finally(() => copy.close());
    return true;
  } catch {
    // Most disks can't clone. The bytes are copied then, and an error of that is reported.
    return false;
  }
};

interface Target {
  /** The folder of the vault. It has to exist. */
  folder: string;
  begin(): Promise<VaultWriter>;
  access: WriteAccess;
  clone?: CloneFile;
}

/**
 * Copies a file of another vault into this one. The result is the state of the source file; only an unchanged one is added.
 * Rejects with `notSaved`, or with the signal's reason when it aborts, and then nothing is left behind.
 */
export async function copyFromVault(
  from: string,
  file: StoredFile,
  { folder, begin, access, clone = cloneOnDisk }: Target,
  { signal, reportProgress }: Task,
): Promise<StoredFileState> {
  const report = (done: number) => reportProgress(file.name, Math.min(done, file.bytes), file.bytes);
  const temp = createTempPath(folder, 'attaching');
  report(0);
  try {
    // Cloning would follow a link, so only a regular file is cloned.
    if ((await hasStoredFile(from, file.bytes)) && (await clone(from, temp))) {
      let done = 0;
      const onChunk = ({ length }: Buffer) => {
        done += length;
        report(done);
      };
      const state = await verifyStoredFile(temp, file.sha256, onChunk, signal);
      if (state === 'unchanged') await moveIntoVault(folder, temp, file.sha256, access);
      else await rm(temp, { force: true });
      return state;
    }
    await rm(temp, { force: true });
    return await copyIntoVault(from, file.sha256, await begin(), { signal, onBytes: report });
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw signal.aborted ? error : notAttachedError(file.name, error);
  }
}

/**
 * The files of one article, each stored under the SHA-256 of its content, so that the same content is stored once. A file
 * that is added is removed by the next sweep unless a change of the history references it.
 */
export class Vault {
  /** Resolves once the folder exists and is marked for sweeping; null as long as no file is added. */
  #prepared: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly platform: SweepContext,
    private readonly createFile?: CreateVaultFile,
  ) {}

  /**
   * Adds a file from the disk. It is read, hashed and written at the same time, with a few megabytes in memory whatever its size.
   * A link is followed, because the reviewer picked it. Rejects with a `StetError` that says what is wrong, or with the signal's
   * reason when it aborts; then nothing is left behind.
   */
  async add(path: string, task: Task): Promise<StoredFile> {
    const name = toAttachmentName(basename(path));
    try {
      const options = { followLinks: true, maxBytes: maxAttachmentBytes };
      return await readRegularFile(path, options, (handle, stats) =>
        storeContent({ name, handle, stats }, () => this.#begin(), task),
      );
    } catch (error) {
      if (error instanceof NotRegularFileError) throw notAFileError(name, error.isFolder);
      if (error instanceof FileTooLargeError) throw tooLargeError(name);
      if (error instanceof StetError || task.signal.aborted) throw error;
      throw notReadError(name, error);
    }
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

  /**
   * Verifies files, each content once. Resolves to each state by SHA-256. Progress is in bytes of all files. Rejects with the
   * signal's reason when it aborts.
   */
  async verify(
    files: readonly StoredFile[],
    { signal, reportProgress }: Task,
  ): Promise<Map<string, StoredFileState>> {
    const distinct = [...new Map(files.map((file) => [file.sha256, file])).values()];
    const total = distinct.reduce((sum, { bytes }) => sum + bytes, 0);
    const states = new Map<string, StoredFileState>();
    let start = 0;
    for (const file of distinct) {
      let read = 0;
      // A file that has grown counts with its expected size.
      const report = () => reportProgress(file.name, start + Math.min(file.bytes, read), total);
      const onChunk = (chunk: Buffer) => {
        read += chunk.length;
        report();
      };
      report();
      states.set(file.sha256, await verifyStoredFile(this.#path(file), file.sha256, onChunk, signal));
      start += file.bytes;
      reportProgress(file.name, start, total);
    }
    signal.throwIfAborted();
    return states;
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

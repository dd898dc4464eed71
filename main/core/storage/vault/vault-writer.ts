import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { halfWritten, replace, syncFolder, writeAll } from '../files/durable-file';

/** The handle of a new file as far as writing needs it. */
type Writable = Pick<FileHandle, 'write' | 'datasync' | 'close'>;

/** Makes a new file for writing; an argument so that tests can be a failing disk. */
export type OpenNew = (path: string) => Promise<Writable>;

const openNew: OpenNew = (path) => open(path, 'wx');

/** After so many bytes the disk is asked to begin, so that it has little left to do at the end. */
const syncEvery = 64 * 1024 * 1024;

/**
 * A file on its way into a vault: under another name until it is whole. Everything rejects with the system's error; what
 * is not committed has to be discarded. Calls have to be awaited one after the other.
 */
export class VaultWriter {
  readonly #hash = createHash('sha256');
  #sum: string | null = null;
  #bytes = 0;
  #unsynced = 0;
  #syncing: Promise<void> | null = null;
  /** A sync that failed: the system may call the lost pages clean, so no later one proves anything. */
  #refusal: unknown = null;

  private constructor(
    private readonly folder: string,
    private readonly temp: string,
    private readonly file: Writable,
  ) {}

  /** The folder has to be there. */
  static async begin(folder: string, make: OpenNew = openNew): Promise<VaultWriter> {
    const temp = halfWritten(folder, 'attaching');
    return new VaultWriter(folder, temp, await make(temp));
  }

  /** Size in bytes of what was appended so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** SHA-256 of it all; nothing can be appended after it was asked for. */
  get sha256(): string {
    this.#sum ??= this.#hash.digest('hex');
    return this.#sum;
  }

  /** Writes and hashes at the same time; the piece must stay as it is until then. */
  async append(piece: Uint8Array): Promise<void> {
    if (this.#refusal) throw this.#refusal;
    const writing = writeAll(this.file, piece, this.#bytes);
    this.#hash.update(piece);
    this.#bytes += piece.length;
    await writing;
    this.#unsynced += piece.length;
    if (this.#unsynced >= syncEvery && !this.#syncing) this.#beginSync();
  }

  /**
   * Gives the file its sum for a name, in place of one that may be there: that mends a copy that was altered. Resolves to
   * the sum once the file would survive a power cut.
   */
  async commit(): Promise<string> {
    const { sha256 } = this;
    await this.#syncing;
    if (this.#refusal) throw this.#refusal;
    await this.file.datasync();
    await this.file.close();
    await replace(this.temp, join(this.folder, sha256));
    await syncFolder(this.folder);
    return sha256;
  }

  /** Leaves nothing behind. Never rejects. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => undefined);
    await rm(this.temp, { force: true }).catch(() => undefined);
  }

  #beginSync(): void {
    this.#unsynced = 0;
    this.#syncing = this.file.datasync().then(
      () => {
        this.#syncing = null;
      },
      (error) => {
        this.#refusal = error;
      },
    );
  }
}

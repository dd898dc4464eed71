import { join } from 'node:path';
import { type KeptFile, type KeptState, largestAttachment } from '../../../../shared/domain/attachment';
import type { Change } from '../../../../shared/domain/history/change';
import type { Task } from '../../tasks/tasks';
import { makeFolder } from '../files/durable-file';
import { takeFile } from './add-file';
import { copyKept, readKept, stampOf, standsThere } from './check-file';
import { VaultPieces } from './chunked-file';
import { adoptFile } from './copy-from-vault';
import { markUnswept, sweepVault } from './sweep';
import { notTaken, tooLarge } from './vault-messages';
import { type OpenNew, VaultWriter } from './vault-writer';
import { verifyFiles } from './verify';

/**
 * The files of one article: each under the SHA-256 of its content, so that the same content is there once. What is taken is
 * removed by the next sweep unless a change of the history names it.
 */
export class Vault {
  /** Resolves once the folder is there and marked as unswept; null as long as nothing is put into it. */
  #prepared: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly openNew?: OpenNew,
  ) {}

  /** Takes a file from the disk, as `takeFile` does. */
  take(path: string, task: Task): Promise<KeptFile> {
    return takeFile(path, () => this.#begin(), task);
  }

  /** Takes a file of so many bytes that comes in pieces. Rejects with `badRequest` or `notSaved`. */
  async receive(name: string, bytes: number): Promise<VaultPieces> {
    if (bytes > largestAttachment) throw tooLarge(name);
    try {
      return new VaultPieces(await this.#begin(), name, bytes);
    } catch (error) {
      throw notTaken(name, error);
    }
  }

  /** Takes a file of another vault, as `adoptFile` does. */
  async adopt(from: Vault, file: KeptFile, task: Task): Promise<KeptState> {
    try {
      await this.#prepare();
    } catch (error) {
      throw notTaken(file.name, error);
    }
    const target = { folder: this.folder, begin: () => this.#begin() };
    return adoptFile(from.#path(file), file, target, task);
  }

  /** Whether a file of that sum and size stands there; its content is not read. */
  holds(file: Pick<KeptFile, 'sha256' | 'bytes'>): Promise<boolean> {
    return standsThere(this.#path(file), file.bytes);
  }

  /** What stays the same as long as nothing was written to the file. */
  stamp(file: KeptFile): Promise<string> {
    return stampOf(this.#path(file));
  }

  /** Reads the files again, as `verifyFiles` does: the state by sum. */
  verify(files: readonly KeptFile[], task: Task): Promise<Map<string, KeptState>> {
    return verifyFiles(files, (file) => this.#path(file), task);
  }

  /** Copies a file to a new, read-only one, as `copyKept` does. */
  copy(file: KeptFile, to: string): Promise<void> {
    return copyKept(this.#path(file), file, to);
  }

  /** The bytes of a file. Rejects with `damaged` or `missing`. */
  read(file: KeptFile): Promise<Uint8Array<ArrayBuffer>> {
    return readKept(this.#path(file), file);
  }

  /** As `sweepVault`. Nobody may be at work in the vault. */
  async sweep(changes: readonly Change[]): Promise<void> {
    await sweepVault(this.folder, changes);
    this.#prepared = null;
  }

  #path({ sha256 }: Pick<KeptFile, 'sha256'>): string {
    return join(this.folder, sha256);
  }

  async #begin(): Promise<VaultWriter> {
    await this.#prepare();
    try {
      return await VaultWriter.begin(this.folder, this.openNew);
    } catch (error) {
      // The folder may be gone: made again the next time.
      this.#prepared = null;
      throw error;
    }
  }

  async #prepare(): Promise<void> {
    this.#prepared ??= makeFolder(this.folder).then(() => markUnswept(this.folder));
    try {
      await this.#prepared;
    } catch (error) {
      this.#prepared = null;
      throw error;
    }
  }
}

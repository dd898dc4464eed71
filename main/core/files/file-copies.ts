import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Output } from '../../../shared/contract/commands/commands';
import type { StoredFile } from '../../../shared/domain/attachment';
import { getErrorCode } from '../errors/error-code';
import type { Platform } from '../platform';
import { getFileStamp } from '../storage/vault/stored-file';
import { ActiveContentScan } from './active-content';
import { toSafeNameWithExtension } from './safe-file-name';

/**
 * Extensions of files that a program only displays: documents, pictures, sound, video, data. Files that could run code are not
 * among them: executables, scripts, shortcuts, web pages, SVG, archives, mails, and documents with macros.
 */
const displayableExtensions = new Set(
  [
    ['pdf', 'txt', 'md', 'rtf', 'epub', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
    ['csv', 'tsv', 'json'],
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'heic', 'tif', 'tiff', 'bmp'],
    ['mp3', 'm4a', 'wav', 'ogg', 'oga', 'flac'],
    ['mp4', 'm4v', 'mov', 'webm', 'mkv'],
  ]
    .flat()
    .map((extension) => `.${extension}`),
);

interface FileCopy {
  path: string;
  /** Changes when the copy is altered. */
  stamp: string;
  /** Whether it could run code. */
  isActive: boolean;
}

type WriteCopy = (path: string, onChunk: (chunk: Uint8Array) => void) => Promise<void>;

/**
 * The read-only copies of attached files that the reviewer opens, so that no other program can alter the vault. They are
 * removed when Stet quits. `active-content.ts` detects files that could run code, `safe-file-name.ts` names the copies. The
 * other files of this folder read: `article-file.ts` an article, `asset-path.ts` and `served-file.ts` the files of our page.
 */
export class FileCopies {
  /** Resolves once the copies that a killed process left are removed. */
  readonly #cleanedUp: Promise<void>;
  /** The copies by checksum and name. */
  readonly #copies = new Map<string, FileCopy>();

  constructor(
    private readonly platform: Pick<Platform, 'copiesFolder' | 'log' | 'openFile' | 'showInFolder'>,
  ) {
    this.#cleanedUp = this.empty();
  }

  /**
   * Opens a copy of a file in the system's program for it. A file that could run code is shown in its folder instead, and one
   * that no program opens is not shown. `write` writes the copy to an absolute path, and passes every chunk of it on. Rejects as
   * `write` does or with the system's error, and then nothing is left behind.
   */
  async show(
    { sha256, name }: Pick<StoredFile, 'sha256' | 'name'>,
    write: WriteCopy,
  ): Promise<Output<'vault.open'>> {
    const { openFile, showInFolder, log } = this.platform;
    await this.#cleanedUp;
    const { path, isActive } = await this.#getCopy(sha256, toSafeNameWithExtension(name, 'file'), write);
    // The system chooses the program by the name of the copy, but programs also examine the content.
    if (!displayableExtensions.has(extname(path).toLowerCase()) || isActive) {
      showInFolder(path);
      return { shown: 'folder', why: 'type' };
    }
    try {
      await openFile(path);
      return { shown: 'file', why: null };
    } catch (error) {
      log.error(`no program opened a copy of ${sha256}`, error);
      return { shown: 'nothing', why: 'noProgram' };
    }
  }

  /** Shows a copy of a file in its folder. Rejects as `show` does. */
  async showInFolder({ sha256, name }: Pick<StoredFile, 'sha256' | 'name'>, write: WriteCopy): Promise<void> {
    await this.#cleanedUp;
    const { path } = await this.#getCopy(sha256, toSafeNameWithExtension(name, 'file'), write);
    this.platform.showInFolder(path);
  }

  /** A copy: an earlier one if it was not altered, or a new one. */
  async #getCopy(sha256: string, name: string, write: WriteCopy): Promise<FileCopy> {
    const { copiesFolder } = this.platform;
    const key = `${sha256} ${name}`;
    const existing = this.#copies.get(key);
    if (existing && (await getFileStamp(existing.path)) === existing.stamp) return existing;
    await mkdir(copiesFolder, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(copiesFolder, 'copy-'));
    const path = join(folder, name);
    const scan = new ActiveContentScan();
    try {
      await write(path, (chunk) => scan.add(chunk));
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
    const copy = { path, stamp: await getFileStamp(path), isActive: scan.isActive };
    this.#copies.set(key, copy);
    return copy;
  }

  /** Removes the copies of files with these checksums. Never rejects. */
  async discard(checksums: readonly string[]): Promise<void> {
    for (const [key, { path }] of this.#copies) {
      if (!checksums.some((sha256) => key.startsWith(`${sha256} `))) continue;
      this.#copies.delete(key);
      await rm(dirname(path), { recursive: true, force: true, maxRetries: 3 }).catch((error) =>
        this.platform.log.error('a copy of a file could not be removed', error),
      );
    }
  }

  /** Removes all copies. Never rejects. */
  async empty(): Promise<void> {
    const { copiesFolder, log } = this.platform;
    try {
      for (const name of await readdir(copiesFolder))
        await rm(join(copiesFolder, name), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if (getErrorCode(error) !== 'ENOENT') log.error('the copies of files could not be removed', error);
    }
  }
}

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Output } from '../../../shared/contract/commands';
import type { KeptFile } from '../../../shared/domain/attachment';
import { bareError } from '../errors/error-message';
import type { Outside } from '../platform';
import { systemCode } from '../storage/files/disk-messages';
import { stampOf } from '../storage/vault/check-file';
import { isActive } from './active-content';
import { safeNameOfFile } from './safe-file-name';

/**
 * What a program only shows: documents, pictures, sound, video, data. Whatever could act by itself is not among them, as
 * executables, scripts, shortcuts, web pages, SVG, archives, mails, and documents with macros.
 */
const shown = new Set(
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

/** The read-only copies that are looked at, so that looking can't alter what is kept. None outlives the run. */
export class FileCopies {
  readonly #emptied: Promise<void>;
  /** Those that were made, by content and name, with the stamp of each. */
  readonly #made = new Map<string, { path: string; stamp: string }>();

  /** What a killed run left is removed at once. */
  constructor(private readonly outside: Pick<Outside, 'copies' | 'log' | 'openFile' | 'showInFolder'>) {
    this.#emptied = this.empty();
  }

  /**
   * Shows a file in the program for its type; one that could act by itself, or that no program takes, in its folder. `write`
   * makes the copy at an absolute path. Rejects as `write` does or with the system's error, and then nothing is left.
   */
  async show(
    { sha256, name }: Pick<KeptFile, 'sha256' | 'name'>,
    write: (path: string) => Promise<void>,
  ): Promise<Output<'vault.open'>> {
    const { openFile, showInFolder, log } = this.outside;
    await this.#emptied;
    const path = await this.#copyOf(sha256, safeNameOfFile(name, 'file'), write);
    // The system goes by the name that the copy really has, and so does this; but programs look into it as well.
    if (!shown.has(extname(path).toLowerCase()) || (await isActive(path))) {
      showInFolder(path);
      return { shown: 'folder', why: 'type' };
    }
    try {
      await openFile(path);
      return { shown: 'file', why: null };
    } catch (error) {
      log.error(`no program took a copy of ${sha256}`, bareError(error));
      showInFolder(path);
      return { shown: 'folder', why: 'noProgram' };
    }
  }

  /** The path of a copy: one that was made before, and is as it was made, or a new one. */
  async #copyOf(sha256: string, name: string, write: (path: string) => Promise<void>): Promise<string> {
    const { copies } = this.outside;
    const key = `${sha256} ${name}`;
    const before = this.#made.get(key);
    if (before && (await stampOf(before.path)) === before.stamp) return before.path;
    await mkdir(copies, { recursive: true, mode: 0o700 });
    const folder = await mkdtemp(join(copies, 'copy-'));
    const path = join(folder, name);
    try {
      await write(path);
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      throw error;
    }
    this.#made.set(key, { path, stamp: await stampOf(path) });
    return path;
  }

  /** Removes the copies of files by their sums. Never rejects. */
  async drop(sums: readonly string[]): Promise<void> {
    for (const [key, { path }] of this.#made) {
      if (!sums.some((sum) => key.startsWith(`${sum} `))) continue;
      this.#made.delete(key);
      await rm(dirname(path), { recursive: true, force: true, maxRetries: 3 }).catch((error) =>
        this.outside.log.error('a copy of a file could not be removed', bareError(error)),
      );
    }
  }

  /** Removes all copies. Never rejects. */
  async empty(): Promise<void> {
    const { copies, log } = this.outside;
    try {
      for (const name of await readdir(copies))
        await rm(join(copies, name), { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if (systemCode(error) !== 'ENOENT')
        log.error('the copies of files could not be removed', bareError(error));
    }
  }
}

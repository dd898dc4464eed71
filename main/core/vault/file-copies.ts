import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { toSafeNameWithExtension } from '#main/base/safe-file-name.ts';
import { getErrorCode } from '#main/base/stet-error.ts';
import { getFileStamp } from '#main/storage/vault/stored-file.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { Platform } from '../ports/platform.ts';

/**
 * The first bytes of executables, as Latin-1: Windows, Linux, macOS (one processor in both byte orders; several processors),
 * scripts, PostScript.
 */
const executableSignatures = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '\xca\xfe\xba\xbf',
  '#!',
  '%!',
];

const byteOrderMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
/** First tags by which browsers recognise a page (WHATWG MIME Sniffing, 7.1), and XML of any kind. */
const firstTag =
  /^[\t\n\f\r ]*<(?:!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|!--|\?xml)(?![a-z])/;
/** Tags that make a text a page wherever they are. Long enough that a video of some GB has none by chance. */
const anyTag = /^<(?:!doctype|html|head|script|iframe|body|svg(?=[\s>/]))(?![a-z])/;

/** In bytes: how much of the start is examined for signatures, as much as programs do that detect a type by its content. */
const sampleBytes = 1024;
/** In bytes: a tag of `anyTag` and the character behind it, in UTF-16. */
const tagBytes = 22;
const lessThan = 0x3c;

/** In UTF-16 every other byte of these characters is zero. */
function decode(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '').toLowerCase();
}

/**
 * Finds out while a file is copied whether it can run code: whether it begins like a program or a script, or has the tags of a
 * page or a drawing anywhere. Chunks have to be added in the order of the file.
 */
export class ActiveContentScan {
  #isActive = false;
  #start = Buffer.alloc(0);
  /** The end of the last chunk, where a tag may have begun. */
  #rest = Buffer.alloc(0);

  add(chunk: Uint8Array): void {
    if (this.#isActive) return;
    const bytes = Buffer.concat([this.#rest, chunk]);
    if (this.#start.length < sampleBytes)
      this.#start = Buffer.concat([this.#start, chunk.subarray(0, sampleBytes - this.#start.length)]);
    this.#isActive = this.#hasTag(bytes);
    this.#rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - tagBytes)));
  }

  get isActive(): boolean {
    const raw = this.#start.toString('latin1').replace(byteOrderMark, '').replaceAll('\0', '');
    return (
      this.#isActive ||
      executableSignatures.some((signature) => raw.startsWith(signature)) ||
      firstTag.test(raw.toLowerCase())
    );
  }

  #hasTag(bytes: Buffer): boolean {
    for (let at = bytes.indexOf(lessThan); at !== -1; at = bytes.indexOf(lessThan, at + 1)) {
      const next = bytes[at + 1] === 0 ? bytes[at + 2] : bytes[at + 1];
      // Most of what follows such a byte in a picture or a video begins no tag.
      if (next !== undefined && mayBeginTag(next) && anyTag.test(decode(bytes.subarray(at, at + tagBytes))))
        return true;
    }
    return false;
  }
}

/** Whether a byte is the first one of a tag of `anyTag`, in either case. */
function mayBeginTag(byte: number): boolean {
  return byte === 0x21 || [0x68, 0x73, 0x69, 0x62].includes(byte | 0x20);
}

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
  stamp: string;
  isActive: boolean;
}

type WriteCopy = (path: string, onChunk: (chunk: Uint8Array) => void) => Promise<void>;

/**
 * The read-only copies of attached files that the reviewer opens, so that no other program can alter the vault. They are
 * removed when Stet quits.
 */
export class FileCopies {
  /** Resolves once the copies that a killed process left are removed. */
  readonly #cleanedUp: Promise<void>;
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

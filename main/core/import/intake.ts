import { basename } from 'node:path';
import type { ImportedFile } from '#main/base/document-reader.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { describeReadFailure } from '#main/storage/disk/disk-messages.ts';
import { FileTooLargeError, NotRegularFileError, readRegularFile } from '#main/storage/disk/regular-file.ts';
import type { WaitingFile } from '#shared/contract/commands/import-commands.ts';
import { createFileOrigin, type Origin } from '#shared/domain/base/draft.ts';
import { maxFileBytes } from '#shared/import/base/file-size-limit.ts';
import { cleanFileName, type Proposals } from './proposals.ts';

/**
 * Reads a file that the reviewer picked as an article: its name and its bytes. Rejects with a `StetError` that says what is
 * wrong.
 */
export async function readArticleFile(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path);
  try {
    const options = { followLinks: true, maxBytes: maxFileBytes };
    const content = await readRegularFile(path, options, (handle) => handle.readFile());
    return { name, bytes: new Uint8Array(content) };
  } catch (error) {
    if (error instanceof NotRegularFileError)
      throw new StetError('badRequest', `“${name}” is not a file. Choose the file of an article.`);
    if (error instanceof FileTooLargeError)
      throw new StetError(
        'badRequest',
        `“${name}” is larger than 100 MB. Choose the text of the article alone.`,
      );
    const why = describeReadFailure(error);
    throw new StetError('notFound', `“${name}” can’t be read: ${why}. Nothing was changed.`, {
      cause: error,
    });
  }
}

/** How much the waiting files and proposals may occupy in memory together, in bytes. */
const maxWaitingBytes = 4 * maxFileBytes;

export type FetchedFile = ImportedFile & { origin: Extract<Origin, { kind: 'web' }> };

type Waiting =
  | { from: 'disk'; path: string }
  | { from: 'window'; name: string; bytes: Uint8Array; filled: number }
  | { from: 'web'; file: FetchedFile };

/** The files that wait to be read as articles. A file on the disk is read when it is its turn. */
export class Intake {
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly platform: Pick<System, 'newId'>,
    private readonly proposals: Pick<Proposals, 'countBytes'>,
  ) {}

  /** Adds a file by its absolute path. Whether it can be read is known only when it is read. */
  addPath(path: string): WaitingFile {
    return this.#add({ from: 'disk', path }, cleanFileName(basename(path)));
  }

  addFetched(file: FetchedFile): WaitingFile {
    this.ensureRoom(file.bytes.length);
    const name = cleanFileName(file.origin.name);
    return this.#add({ from: 'web', file: { ...file, origin: { ...file.origin, name } } }, name);
  }

  /** Adds a file that will come in chunks. Throws `badRequest` when it is too large. */
  begin(givenName: string, length: number): WaitingFile {
    const name = cleanFileName(givenName);
    if (length > maxFileBytes) throw tooLargeError(name);
    this.ensureRoom(length);
    return this.#add({ from: 'window', name, bytes: new Uint8Array(length), filled: 0 }, name);
  }

  /** Throws `badRequest` when the file does not wait, or is complete already. */
  append(fileId: string, chunk: Uint8Array): void {
    const waiting = this.#waiting.get(fileId);
    if (waiting?.from !== 'window' || waiting.filled + chunk.length > waiting.bytes.length)
      throw notWaitingError();
    waiting.bytes.set(chunk, waiting.filled);
    waiting.filled += chunk.length;
  }

  /** Rejects with a `StetError` that says why it can't be read. */
  async read(fileId: string): Promise<ImportedFile> {
    const waiting = this.#waiting.get(fileId);
    if (waiting?.from === 'web') return waiting.file;
    if (waiting?.from === 'disk') {
      const { name, bytes } = await readArticleFile(waiting.path);
      this.ensureRoom(bytes.length);
      return { origin: createFileOrigin(cleanFileName(name)), type: null, charset: null, bytes };
    }
    if (waiting?.from !== 'window' || waiting.filled < waiting.bytes.length) throw notWaitingError();
    return { origin: createFileOrigin(waiting.name), type: null, charset: null, bytes: waiting.bytes };
  }

  discard(fileId: string): void {
    this.#waiting.delete(fileId);
  }

  clear(): void {
    this.#waiting.clear();
  }

  /** Throws `badRequest` when waiting files and proposals would exceed the limit with this many more bytes. */
  ensureRoom(length: number): void {
    const files = [...this.#waiting.values()].reduce((sum, waiting) => sum + getMemoryBytes(waiting), 0);
    if (files + this.proposals.countBytes() + length > maxWaitingBytes)
      throw new StetError(
        'badRequest',
        'Too many files are waiting to be opened. Open or leave out some of them first.',
      );
  }

  #add(waiting: Waiting, name: string): WaitingFile {
    const fileId = this.platform.newId();
    this.#waiting.set(fileId, waiting);
    return { fileId, name };
  }
}

function getMemoryBytes(waiting: Waiting): number {
  if (waiting.from === 'disk') return 0;
  return waiting.from === 'web' ? waiting.file.bytes.length : waiting.bytes.length;
}

function tooLargeError(name: string): StetError {
  return new StetError(
    'badRequest',
    `“${name}” is larger than 100 MB. Nothing was changed; choose the text of the article alone.`,
  );
}

function notWaitingError(): StetError {
  return new StetError('badRequest', 'This file is no longer waiting to be opened. Open it again.');
}

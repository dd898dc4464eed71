import { basename } from 'node:path';
import equal from 'fast-deep-equal';
import type { WaitingFile } from '../../../shared/contract/import-commands';
import type { Origin } from '../../../shared/domain/draft';
import { largestFile } from '../../../shared/import/largest-file';
import { StetError } from '../errors/stet-error';
import { readArticleFile } from '../files/article-file';
import type { DraftFile, Outside } from '../platform';

/** Bytes of files that may wait in memory at once. */
const mostWaiting = 4 * largestFile;

/** A page as it was fetched. */
export type FetchedFile = DraftFile & { origin: Extract<Origin, { kind: 'web' }> };

type Waiting =
  | { from: 'disk'; path: string }
  | { from: 'window'; name: string; bytes: Uint8Array; filled: number }
  | { from: 'web'; file: FetchedFile };

/** The files that wait to be read as articles. Those on the disk are read when it is their turn. */
export class Intake {
  readonly #waiting = new Map<string, Waiting>();

  constructor(private readonly outside: Pick<Outside, 'newId'>) {}

  /** A file by its absolute path; whether it can be read shows when it is. */
  addPath(path: string): WaitingFile {
    return this.#add({ from: 'disk', path }, basename(path));
  }

  addFetched(file: FetchedFile): WaitingFile {
    this.#refuseTooMuch(file.bytes.length);
    return this.#add({ from: 'web', file }, file.origin.name);
  }

  /** A file that will come in pieces. Throws `badRequest` when it is too large. */
  begin(given: string, length: number): WaitingFile {
    const name = given.slice(0, 1_000) || 'Untitled';
    if (length > largestFile) throw tooLarge(name);
    this.#refuseTooMuch(length);
    return this.#add({ from: 'window', name, bytes: new Uint8Array(length), filled: 0 }, name);
  }

  /** Throws `badRequest` when the file does not wait, or has come whole already. */
  append(fileId: string, chunk: Uint8Array): void {
    const waiting = this.#waiting.get(fileId);
    if (waiting?.from !== 'window' || waiting.filled + chunk.length > waiting.bytes.length)
      throw notWaiting();
    waiting.bytes.set(chunk, waiting.filled);
    waiting.filled += chunk.length;
  }

  /** Rejects with a `StetError` that says why it can't be read. */
  async read(fileId: string): Promise<DraftFile> {
    const waiting = this.#waiting.get(fileId);
    if (waiting?.from === 'web') return waiting.file;
    if (waiting?.from === 'disk') {
      const { name, bytes } = await readArticleFile(waiting.path);
      return { origin: { kind: 'file', name }, type: null, charset: null, bytes };
    }
    if (waiting?.from !== 'window' || waiting.filled < waiting.bytes.length) throw notWaiting();
    return { origin: { kind: 'file', name: waiting.name }, type: null, charset: null, bytes: waiting.bytes };
  }

  /** A draft was made of the file. Of the bytes only a page's are needed further on. */
  wasRead(fileId: string): void {
    if (this.#waiting.get(fileId)?.from === 'window') this.drop(fileId);
  }

  drop(fileId: string): void {
    this.#waiting.delete(fileId);
  }

  /** The window is gone, and whoever waited for the files with it. */
  clear(): void {
    this.#waiting.clear();
  }

  /** The page that a draft says it was fetched from, as it came. Throws `badRequest` when none such waits. */
  fetched(origin: FetchedFile['origin']): FetchedFile {
    for (const waiting of this.#waiting.values())
      if (waiting.from === 'web' && equal(waiting.file.origin, origin)) return waiting.file;
    throw notWaiting();
  }

  #add(waiting: Waiting, name: string): WaitingFile {
    const fileId = this.outside.newId();
    this.#waiting.set(fileId, waiting);
    return { fileId, name };
  }

  #refuseTooMuch(length: number): void {
    const held = [...this.#waiting.values()].reduce((sum, waiting) => sum + bytesHeld(waiting), 0);
    if (held + length > mostWaiting)
      throw new StetError(
        'badRequest',
        'Too many files wait to be opened. Open or leave out some of them first.',
      );
  }
}

function bytesHeld(waiting: Waiting): number {
  if (waiting.from === 'disk') return 0;
  return waiting.from === 'web' ? waiting.file.bytes.length : waiting.bytes.length;
}

function tooLarge(name: string): StetError {
  return new StetError(
    'badRequest',
    `“${name}” is larger than 100 MB. Nothing was changed; choose the text of the article alone.`,
  );
}

function notWaiting(): StetError {
  return new StetError('badRequest', 'This file does not wait to be opened any more. Open it again.');
}

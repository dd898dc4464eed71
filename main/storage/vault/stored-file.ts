import { getErrorCode, type StetError } from '#main/base/stet-error.ts';
import type { StoredFile, StoredFileState } from '#shared/domain/base/attachment.ts';
import { sha256Schema } from '#shared/domain/base/primitives.ts';
import { lstat, lstatExactly, open, readdir } from '../disk/disk.ts';
import { writeFully } from '../disk/durable-file.ts';
import { hashFile, NotRegularFileError, readRegularFile } from '../disk/regular-file.ts';
import { alteredFileError, notShownError } from './vault-messages.ts';

/** Whether the path is a regular file of that size. Its content is not read. */
export async function hasStoredFile(path: string, bytes: number): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isFile() && stats.size === bytes,
    () => false,
  );
}

/** The names of the files in a vault or a pool, each the SHA-256 of a content. Rejects with the system's error. */
export async function listContentNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => sha256Schema.safeParse(name).success);
}

/** A string that changes whenever the file at the path is written to or replaced. */
export async function getFileStamp(path: string): Promise<string> {
  return lstatExactly(path).then(
    ({ ino, size, mtimeNs, ctimeNs }) => [path, ino, size, mtimeNs, ctimeNs].join(' '),
    () => path,
  );
}

/**
 * Reads a file of a vault and compares its SHA-256 with the expected one. `onChunk` gets every chunk and is awaited. A link, an
 * unreadable file, and anything that is not a file are `altered`. Rejects with the signal's reason when it aborts, as
 * `onChunk` does, and with a system error that says nothing about the file.
 */
export async function verifyStoredFile(
  path: string,
  sha256: string,
  onChunk?: (chunk: Buffer) => unknown,
  signal?: AbortSignal,
): Promise<StoredFileState> {
  try {
    const actual = await readRegularFile(path, { followLinks: false }, (handle) =>
      hashFile(handle, onChunk, signal),
    );
    return actual === sha256 ? 'unchanged' : 'altered';
  } catch (error) {
    const code = getErrorCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    if (error instanceof NotRegularFileError || /^(ELOOP|EIO|EACCES|EPERM)$/.test(code)) return 'altered';
    throw error;
  }
}

export interface CopyOptions {
  /** The permissions of the copy, before the process's mask. */
  mode?: number;
  /** The error when the copy could not be written. */
  explain?: (name: string, error: unknown) => StetError;
}

/**
 * Copies a file of a vault to a new file, which is read-only unless `mode` says otherwise; `onChunk` gets every chunk. Rejects with
 * `damaged`, `missing` or `notSaved`, and then `to` may be incomplete.
 */
export async function copyStoredFile(
  path: string,
  { sha256, name }: StoredFile,
  to: string,
  onChunk: (chunk: Buffer) => void,
  { mode = 0o400, explain = notShownError }: CopyOptions = {},
): Promise<void> {
  /** Distinguishes failures to write the copy from failures to read the file. */
  const writing = <T>(work: Promise<T>) =>
    work.catch((error): never => {
      throw explain(name, error);
    });
  const copy = await writing(open(to, 'wx', mode));
  try {
    let written = 0;
    const state = await verifyStoredFile(path, sha256, (chunk) => {
      const position = written;
      written += chunk.length;
      onChunk(chunk);
      return writing(writeFully(copy, chunk, position));
    });
    if (state !== 'unchanged') throw alteredFileError(name, state);
  } finally {
    await copy.close();
  }
}

/** The bytes of a file of a vault. Rejects with `damaged` or `missing`. */
export async function readStoredFile(
  path: string,
  { sha256, name, bytes }: Pick<StoredFile, 'sha256' | 'name' | 'bytes'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(bytes);
  let filled = 0;
  const state = await verifyStoredFile(path, sha256, (chunk) => {
    // A file that has grown is altered: what exceeds the expected size is only hashed.
    content.set(chunk.subarray(0, bytes - filled), filled);
    filled = Math.min(bytes, filled + chunk.length);
  });
  if (state !== 'unchanged') throw alteredFileError(name, state);
  return content;
}

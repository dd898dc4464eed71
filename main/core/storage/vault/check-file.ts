import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { KeptFile, KeptState } from '../../../../shared/domain/attachment';
import { systemCode } from '../files/disk-messages';
import { writeAll } from '../files/durable-file';
import { fileSum } from '../files/read-ahead';
import { notKept, notShown } from './vault-messages';

/** A link is never followed, and a pipe never waited for. Windows has neither flag; there only `lstat` looks. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Whether a file of that size stands there, without reading it. */
export async function standsThere(path: string, bytes: number): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile() && found.size === bytes,
    () => false,
  );
}

/** What would be another if the file that stands there had been written to, or were another one. */
export async function stampOf(path: string): Promise<string> {
  return lstat(path, { bigint: true }).then(
    ({ ino, size, mtimeNs, ctimeNs }) => [path, ino, size, mtimeNs, ctimeNs].join(' '),
    () => path,
  );
}

/**
 * Reads a file of a vault and says whether it still has its sum; `each` gets every piece and is awaited. What stands
 * there and is no file, or can't be read, is `altered`. Rejects with the signal's reason when it aborts, as `each` does, and
 * with the system's error when that says nothing of the file.
 */
export async function stateOf(
  path: string,
  sha256: string,
  each?: (piece: Buffer) => unknown,
  signal?: AbortSignal,
): Promise<KeptState> {
  try {
    if (!(await lstat(path)).isFile()) return 'altered';
    const handle = await open(path, readOnly);
    try {
      const isKept = (await handle.stat()).isFile() && (await fileSum(handle, each, signal)) === sha256;
      return isKept ? 'unchanged' : 'altered';
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    if (/^(ELOOP|EIO|EACCES|EPERM)$/.test(code)) return 'altered';
    throw error;
  }
}

/**
 * Copies a file of a vault to a new, read-only one. Rejects with `damaged`, `missing` or `notSaved`; `to` may be half-written
 * then.
 */
export async function copyKept(path: string, { sha256, name }: KeptFile, to: string): Promise<void> {
  const toCopy = <T>(work: Promise<T>) =>
    work.catch((error): never => {
      throw notShown(name, error);
    });
  const copy = await toCopy(open(to, 'wx', 0o444));
  try {
    let written = 0;
    const state = await stateOf(path, sha256, (piece) => {
      const at = written;
      written += piece.length;
      return toCopy(writeAll(copy, piece, at));
    });
    if (state !== 'unchanged') throw notKept(name, state);
  } finally {
    await copy.close();
  }
}

/** The bytes of a file of a vault. Rejects with `damaged` or `missing`. */
export async function readKept(
  path: string,
  { sha256, name, bytes }: KeptFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = new Uint8Array(bytes);
  let filled = 0;
  const state = await stateOf(path, sha256, (piece) => {
    // One that grew is altered: the rest of it is only hashed.
    content.set(piece.subarray(0, bytes - filled), filled);
    filled = Math.min(bytes, filled + piece.length);
  });
  if (state !== 'unchanged') throw notKept(name, state);
  return content;
}

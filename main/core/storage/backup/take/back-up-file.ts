import { basename, join } from 'node:path';
import type { GiveWay } from '../../../tasks/give-way';
import { decodeChecksummed } from '../../files/checksummed-text';
import { lstat, readFile } from '../../files/disk';
import { type BackupFile, listPieces } from '../store/manifest';
import type { Pool } from '../store/pool';

export interface BackUpContext {
  pool: Pool;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Gets the number of bytes that were read. */
  onBytes(bytes: number): void;
}

/**
 * Copies a file of the library into the pool, unless the pool has it. `known` is the same file in the backup before. A draft or
 * an attached file never changes: where it is damaged or gone now, an intact copy in the pool stays in its place. Resolves to
 * null when there is none, or the file can't be read. Rejects with a `BackupFolderError`, or with the signal's reason.
 */
export async function backUpFile(
  folder: string,
  path: string,
  known: BackupFile | null,
  { pool }: Pick<BackUpContext, 'pool'>,
): Promise<BackupFile | null> {
  const absolute = join(folder, path);
  if (path.startsWith('vault/')) {
    const expected = basename(path);
    const file = (await pool.find(expected)) ?? (await pool.addFile(absolute, expected));
    return file && { path, ...file, pieces: [], modifiedMs: 0 };
  }
  const isKept =
    known !== null &&
    ((await isUnchanged(absolute, known)) || (path.startsWith('drafts/') && (await isDamaged(absolute))));
  if (isKept && (await isPooled(known, pool))) return known;
  const modifiedMs = await getModifiedMs(absolute);
  const file = await pool.addFile(absolute);
  return file && { path, ...file, pieces: [], modifiedMs };
}

/** Whether a file has the size and the time of its last change that the backup before noted. */
export async function isUnchanged(path: string, { bytes, modifiedMs }: BackupFile): Promise<boolean> {
  return lstat(path).then(
    ({ size, mtimeMs }) => size === bytes && mtimeMs === modifiedMs,
    () => false,
  );
}

/** Whether the pool has all of a file, intact. */
export async function isPooled(file: BackupFile, pool: Pool): Promise<boolean> {
  let bytes = 0;
  for (const piece of listPieces(file)) {
    const found = await pool.find(piece);
    if (!found) return false;
    bytes += found.bytes;
  }
  return bytes === file.bytes;
}

/**
 * Makes sure that the pool has a file of an earlier version: what is missing or damaged there is copied again where the library
 * still has that content. Lines of a history that was replaced are in the pool alone.
 */
export async function keepPooled(
  folder: string,
  file: BackupFile,
  { pool }: Pick<BackUpContext, 'pool'>,
): Promise<void> {
  const found = [];
  for (const piece of listPieces(file)) found.push(await pool.find(piece));
  if (found.includes(null) && file.pieces.length === 0)
    await pool.addFile(join(folder, file.path), file.sha256);
}

/** Before it is read, so that a change in between is seen the next time. */
async function getModifiedMs(path: string): Promise<number> {
  return lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function isDamaged(path: string): Promise<boolean> {
  return readFile(path).then(
    (bytes) => !decodeChecksummed(bytes).ok,
    () => true,
  );
}

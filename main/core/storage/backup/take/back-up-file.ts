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
  /** Gets the number of bytes that were read of the library. */
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
  context: BackUpContext,
): Promise<BackupFile | null> {
  const { pool, signal, onBytes } = context;
  const absolute = join(folder, path);
  if (path.startsWith('vault/')) {
    const expected = basename(path);
    const file = (await pool.find(expected)) ?? (await pool.addFile(absolute, { expected, signal, onBytes }));
    return file && { path, ...file, pieces: [], modifiedMs: 0 };
  }
  const isKnown = known !== null && (await isPooled(known, pool));
  if (isKnown && (await isUnchanged(absolute, known))) return known;
  if (isKnown && path.startsWith('drafts/') && (await isDamaged(absolute))) return known;
  const modifiedMs = await getModifiedMs(absolute);
  const file = await pool.addFile(absolute, { signal, onBytes });
  return file && { path, ...file, pieces: [], modifiedMs };
}

/** Whether a file has the size and the time of its last change that the backup before noted. */
export async function isUnchanged(path: string, { bytes, modifiedMs }: BackupFile): Promise<boolean> {
  return lstat(path).then(
    ({ size, mtimeMs }) => size === bytes && mtimeMs === modifiedMs,
    () => false,
  );
}

/** Whether the pool has all of a file. Nothing is read. */
export async function isPooled(file: BackupFile, pool: Pool): Promise<boolean> {
  let bytes = 0;
  for (const piece of listPieces(file)) {
    const found = await pool.find(piece);
    if (!found) return false;
    bytes += found.bytes;
  }
  return bytes === file.bytes;
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

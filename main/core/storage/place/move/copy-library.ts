import { join } from 'node:path';
import { StetError } from '../../../errors/stet-error';
import type { Task } from '../../../tasks/task';
import { mkdir, open, readlink, symlink } from '../../files/disk';
import { createFolder, syncFolder, writeFully } from '../../files/durable-file';
import { hashFile } from '../../files/read-chunks';
import { readRegularFile } from '../../files/regular-file';
import { getFileStamp } from '../../vault/stored-file';
import type { PlacePlatform } from '../place-record';
import { listTree } from './list-tree';
import { type MovedFile, writeMoveMark } from './move-mark';

/**
 * Copies a library to an empty or new folder, durably, and reads every file of the copy again to compare its SHA-256. Until
 * the record names it, the copy is marked as unfinished (`move-mark.ts`); the mark ends up listing what was copied. Rejects
 * with the system's error, with `conflict` when a file changed meanwhile, or with the signal's reason when it aborts; then the
 * unfinished copy is left.
 */
export async function copyLibrary(
  from: string,
  to: string,
  { signal, reportProgress }: Task,
  platform: PlacePlatform,
): Promise<void> {
  await createFolder(to);
  await writeMoveMark(to, { from, files: [] }, platform);
  const { folders, files, links } = await listTree(from, { signal });
  // Each file is read twice: once to copy it, and once to verify the copy.
  const total = 2 * files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const report = ({ length }: Buffer) => {
    done += length;
    reportProgress('', Math.min(done, total), total);
  };

  for (const { path, mode } of folders) await mkdir(join(to, path), mode | 0o700);
  const copiedLinks: MovedFile[] = [];
  for (const path of links) {
    await symlink(await readlink(join(from, path)), join(to, path));
    copiedLinks.push({ path, stamp: await getFileStamp(join(from, path)) });
  }
  const copied: (MovedFile & { sha256: string })[] = [];
  for (const { path, mode } of files) {
    const stamp = await getFileStamp(join(from, path));
    const sha256 = await copyFile(join(from, path), join(to, path), { mode, report, signal });
    copied.push({ path, stamp, sha256 });
  }
  for (const { path, sha256, stamp } of copied) {
    if ((await hashAt(join(to, path), report, signal)) !== sha256) throw differsError();
    if ((await getFileStamp(join(from, path))) !== stamp) throw changedError();
  }
  for (const { path } of [...folders].reverse()) await syncFolder(join(to, path));
  const moved = [...copied, ...copiedLinks].map(({ path, stamp }) => ({ path, stamp }));
  await writeMoveMark(to, { from, files: moved }, platform);
}

interface CopyOptions {
  mode: number;
  report(chunk: Buffer): void;
  signal: AbortSignal;
}

/** Resolves to the SHA-256 of the bytes that were read, in lower-case hexadecimal. */
async function copyFile(from: string, to: string, { mode, report, signal }: CopyOptions): Promise<string> {
  const copy = await open(to, 'wx', mode | 0o200);
  try {
    let position = 0;
    const append = async (chunk: Buffer) => {
      await writeFully(copy, chunk, position);
      position += chunk.length;
      report(chunk);
    };
    const sha256 = await readRegularFile(from, { followLinks: false }, (handle) =>
      hashFile(handle, append, signal),
    );
    await copy.datasync();
    return sha256;
  } finally {
    await copy.close();
  }
}

function hashAt(path: string, report: (chunk: Buffer) => void, signal: AbortSignal): Promise<string> {
  return readRegularFile(path, { followLinks: false }, (handle) => hashFile(handle, report, signal));
}

function changedError(): StetError {
  return new StetError(
    'conflict',
    'The library was not copied: another program wrote to it at the same time. It is where it was. Close that program, then try again.',
  );
}

function differsError(): StetError {
  return new StetError(
    'damaged',
    'The library was not copied: its copy differs from it, so the other disk can’t be trusted. It is where it was. Choose another folder.',
  );
}

import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './disk-messages';

/** Older versions put it behind the name of the file: any beginning will do. */
const temporary = /\.[0-9a-f]{12}\.tmp$/;

/** A new path in a folder for what is not whole yet, however long the name will be; `removeHalfWritten` knows it. */
export function halfWritten(folder: string, what: 'writing' | 'attaching'): string {
  return join(folder, `${what}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Writes a file whole or not at all: whatever happens, a reader finds the old content or the new. Resolves once the new one
 * would survive a power cut; rejects with the system's error, and then the old content stands (or, when only the very last
 * step failed, the new one does). `inspect` may look at the file before it gets its name; when it rejects, so does this.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  inspect: (temp: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const temp = halfWritten(dirname(path), 'writing');
  try {
    const handle = await open(temp, 'wx');
    try {
      await handle.writeFile(content);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await inspect(temp);
    await replace(temp, path);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Writes all of it at a place of the file, in bytes from its start. Rejects with the system's error. */
export async function writeAll(
  file: Pick<FileHandle, 'write'>,
  content: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const { bytesWritten } = await file.write(content, done, content.length - done, position + done);
    done += bytesWritten;
  }
}

/** Gives a file another's name. On Windows a virus scanner or an indexer may hold the old file for a moment. */
export async function replace(temp: string, path: string): Promise<void> {
  for (let pause = 10; ; pause *= 2) {
    try {
      return await rename(temp, path);
    } catch (error) {
      const held = process.platform === 'win32' && /^(EPERM|EACCES|EBUSY)$/.test(systemCode(error) ?? '');
      if (!held || pause > 1_000) throw error;
      await sleep(pause);
    }
  }
}

/** Makes what was created, renamed or removed in a folder survive a power cut. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder, and those above it that are missing, so that it survives a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Removes what a killed run left half-written in a folder. Only for folders that no other process writes to. */
export async function removeHalfWritten(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => temporary.test(name)))
    await rm(join(folder, name), { force: true }).catch(() => undefined);
}

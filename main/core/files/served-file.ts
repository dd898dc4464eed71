import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/** The bytes of a file in a folder; null when it is not there, is no file, or a link leads out of the folder. */
export async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const real = await realpath(path);
    return real.startsWith((await realpath(folder)) + sep) ? new Uint8Array(await readFile(real)) : null;
  } catch {
    return null;
  }
}

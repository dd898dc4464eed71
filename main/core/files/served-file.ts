import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';

/** Reads a file in a folder. Null when it does not exist, is not a file, or is a link that leads out of the folder. */
export async function readServedFile(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const real = await realpath(path);
    return real.startsWith((await realpath(folder)) + sep) ? new Uint8Array(await readFile(real)) : null;
  } catch {
    // The page may ask for any name: a missing file is answered with 404, not reported.
    return null;
  }
}

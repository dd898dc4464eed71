import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { largestFile } from '../../../shared/import/largest-file';
import { StetError } from '../errors/stet-error';
import { systemCode } from '../storage/files/disk-messages';

/** Reads a file that the reviewer picked: its name and its bytes. Rejects with a `StetError` that says what is wrong. */
export async function readArticleFile(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path);
  try {
    // Looked at before it is opened: opening a pipe or a device could wait for ever.
    refuse(name, await stat(path));
    const handle = await open(path, 'r');
    try {
      refuse(name, await handle.stat());
      return { name, bytes: new Uint8Array(await handle.readFile()) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    throw new StetError('notFound', `“${name}” can’t be read: ${unreadable(error)}. Nothing was changed.`, {
      cause: error,
    });
  }
}

function refuse(name: string, found: Stats): void {
  if (!found.isFile())
    throw new StetError('badRequest', `“${name}” is not a file. Choose the file of an article.`);
  if (found.size > largestFile)
    throw new StetError(
      'badRequest',
      `“${name}” is larger than 100 MB. Choose the text of the article alone.`,
    );
}

/** Why a file can't be read, in words for a sentence. */
export function unreadable(error: unknown): string {
  const code = systemCode(error);
  if (code === 'ENOENT') return 'it is no longer there';
  if (code === 'EACCES' || code === 'EPERM') return 'you are not allowed to read it';
  return code === null ? 'the disk did not give it' : `the disk did not give it (${code})`;
}

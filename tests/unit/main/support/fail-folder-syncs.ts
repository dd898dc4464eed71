import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { onTestFinished, vi } from 'vitest';

/**
 * Lets each sync of a folder fail until the returned function is called, at the latest until the end of the test: no file
 * system does that on request. Files are synced by `datasync`.
 */
export async function failFolderSyncs(): Promise<() => void> {
  const folder = await open(tmpdir(), 'r');
  const prototype: FileHandle = Object.getPrototypeOf(folder);
  await folder.close();
  const sync = vi.spyOn(prototype, 'sync').mockImplementation(async () => {
    throw Object.assign(new Error('EIO: refused by the test'), { code: 'EIO' });
  });
  const restore = () => sync.mockRestore();
  onTestFinished(restore);
  return restore;
}

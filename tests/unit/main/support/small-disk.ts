import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder } from './temp-folder.ts';

/** A file system of its own with room for a few files, until the test ends; null where this user can't have one. */
export async function mountSmallDisk(size: string): Promise<string | null> {
  const folder = await tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'stet-test', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

/** Fills a disk to its last block. Returns a function that makes room again. */
export function fillDisk(folder: string): () => void {
  const written: string[] = [];
  for (const bytes of [65_536, 4_096, 1])
    try {
      for (;;) {
        const path = join(folder, `filler-${bytes}-${written.length}`);
        written.push(path);
        writeFileSync(path, Buffer.alloc(bytes));
      }
    } catch {
      // No more of this size.
    }
  return () => {
    for (const path of written) rmSync(path, { force: true });
  };
}

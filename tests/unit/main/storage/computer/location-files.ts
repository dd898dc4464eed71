import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { System } from '#main/base/system.ts';
import type { LocationPlatform } from '#main/storage/computer/location-record.ts';
import { libraryPaths } from '#main/storage/disk/paths.ts';

/** A platform whose log fails the test that reads it, and on which nothing scheduled ever runs. */
export function createFilePlatform(): LocationPlatform & Pick<System, 'schedule'> & { logs: string[] } {
  const logs: string[] = [];
  const log = { error: (message: string, error?: unknown) => void logs.push(`${message}: ${String(error)}`) };
  return { now: () => new Date(0), log, logs, schedule: () => () => undefined };
}

/** Fills a folder with files as a library has them. */
export async function createLibraryFiles(folder: string): Promise<void> {
  const { library, articles } = libraryPaths(folder);
  await mkdir(join(articles, 'one', 'vault'), { recursive: true });
  await mkdir(join(articles, 'two', 'drafts'), { recursive: true });
  await writeFile(library, '{"list":true}');
  await writeFile(join(articles, 'one', 'history.jsonl'), 'a line\n'.repeat(1_000));
  await writeFile(join(articles, 'one', 'vault', 'f00'), Buffer.alloc(3_000_000, 'evidence'));
  await writeFile(join(articles, 'two', 'history.jsonl'), '');
  await writeFile(join(articles, 'two', 'drafts', 'ab.json'), '{}');
}

/** The files of a folder with their SHA-256, by relative path. Empty when there is no such folder. */
export async function hashFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashed = files.sort().map(
    async (path): Promise<[string, string]> => [
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ],
  );
  return Object.fromEntries(await Promise.all(hashed));
}

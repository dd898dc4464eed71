import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../../files/durable-file';

/** Creates a folder and its missing parents for this user alone, so that they survive a power cut. Existing ones keep their access. */
export async function createPrivateFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let created = folder; created.length >= first.length; created = dirname(created))
    await syncFolder(dirname(created));
}

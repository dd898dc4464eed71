import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readdir, rm, stat } from './disk';

const tempName = /^(?:writing|attaching)\.[0-9a-f]{12}\.tmp$/;

/** A new path for a file that is not complete yet, so short that every disk takes it. `removeTempFiles` recognises it. */
export function createTempPath(folder: string, purpose: 'writing' | 'attaching'): string {
  return join(folder, `${purpose}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Removes temporary files that a killed process left in a folder; only those last written to before a time, in milliseconds of
 * the system's clock. Only for folders that no other process writes to.
 */
export async function removeTempFiles(folder: string, before = Number.POSITIVE_INFINITY): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.filter((name) => tempName.test(name)).map((name) => join(folder, name))) {
    const isOld = before === Number.POSITIVE_INFINITY || (await isWrittenBefore(path, before));
    if (isOld) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function isWrittenBefore(path: string, time: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < time,
    () => false,
  );
}

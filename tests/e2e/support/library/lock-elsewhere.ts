import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLock } from '../../../../main/core/storage/lock/lock-file';

/** Locks the library as a Stet on another computer does. Returns the lock's file. */
export function lockElsewhere(library: string): string {
  const path = join(library, 'lock.json');
  const lock = {
    token: 'another',
    host: 'newsdesk-2',
    installation: 'another',
    namespace: null,
    boot: null,
    process: 1,
    since: '2026-11-27T08:05:00.000Z',
    beat: 3,
  };
  writeFileSync(path, encodeLock(lock));
  return path;
}

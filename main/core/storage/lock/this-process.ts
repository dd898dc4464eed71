import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { getErrorCode } from '../../errors/error-code';
import type { Lock } from './lock-file';

/** What a lock says of the process that holds it. */
export type ProcessIdentity = Pick<Lock, 'host' | 'installation' | 'boot' | 'process'>;

/** Describes this process. `installation` is the id of this installation of Stet. Never rejects. */
export async function identifyThisProcess(installation: string): Promise<ProcessIdentity> {
  // Linux has an id of its last start; the other systems have none that a program can read.
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => null,
  );
  return { host: hostname(), installation, boot, process: process.pid };
}

/**
 * Whether the process that left a lock certainly does not live any more. Only a process of the same installation on the same
 * computer can be judged; all others may live however they look from here.
 */
export function isCertainlyDead(lock: ProcessIdentity, own: ProcessIdentity): boolean {
  if (lock.host !== own.host || lock.installation !== own.installation) return false;
  if (lock.boot !== own.boot) return lock.boot !== null && own.boot !== null;
  return !isRunning(lock.process);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, and it is another user's.
    return getErrorCode(error) === 'EPERM';
  }
}

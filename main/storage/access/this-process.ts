import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { getErrorCode } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { LibraryHolder } from '#shared/contract/commands/library-commands.ts';
import { createFolder } from '../disk/durable-file.ts';
import { openStore } from '../disk/open-store.ts';
import { alwaysWritable } from '../disk/write-access.ts';
import { createToken, type Lock, type ProcessIdentity } from './lock-file.ts';

type IdentityContext = Pick<System, 'userDataFolder' | 'now' | 'log'>;

const installationSchema = z.looseObject({ id: z.string() });

const format = {
  format: 'stet-installation',
  version: 1,
  schema: installationSchema,
};

/** Describes this process, which has the given number. Never rejects. */
export async function identifyThisProcess(
  processNumber: number,
  context: IdentityContext,
): Promise<ProcessIdentity> {
  const installation = await identifyInstallation(context);
  // Linux has an id of its last start; the other systems have none that a program can read.
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => null,
  );
  const namespace = await readlink('/proc/self/ns/pid').catch(() => null);
  return { host: hostname(), installation, boot, process: processNumber, namespace };
}

/**
 * Whether the process that left a lock is certainly dead, or is this process. That is known only for a process of the same
 * installation on the same computer and in the same process namespace. All others are judged by their heartbeats.
 */
export function isCertainlyDead(lock: ProcessIdentity, own: ProcessIdentity): boolean {
  if (lock.host !== own.host || lock.installation !== own.installation) return false;
  if (lock.boot !== own.boot) return lock.boot !== null && own.boot !== null;
  if (lock.namespace !== own.namespace) return false;
  // A late call of this process may have taken the lock again after the library was closed.
  return lock.process === own.process || !isRunning(lock.process);
}

export function toHolder({ host, boot, since }: Lock, own: ProcessIdentity): LibraryHolder {
  // Two computers may have the same name, but not the same start.
  const isHere = host === own.host && (boot === null || boot === own.boot);
  return { host, isHere, since };
}

/**
 * The random id of this installation of Stet, kept on this computer. A damaged or unreadable file is set aside for a new id; a lock
 * that a crash left then looks like another's once. If nothing can be written, each start has another id.
 */
export async function identifyInstallation({ userDataFolder, ...context }: IdentityContext): Promise<string> {
  const path = join(userDataFolder, 'installation.json');
  const platform = { ...context, access: alwaysWritable };
  const store = openStore(path, format, platform);
  let known = await store.load();
  // Tries once more, because a disk may be slow to wake up.
  if (store.loadResult.state === 'unreadable') known = await store.load();
  if (known) return known.id;
  // The file belongs to the newer Stet that wrote it. Its hash gives the same id at each start.
  if (store.loadResult.state === 'newer') return hashFileAt(path);
  const created = { id: createToken() };
  try {
    await createFolder(userDataFolder);
    if (store.loadResult.state === 'unreadable') await store.setAside();
    await store.save(created);
  } catch (error) {
    context.log.error('the id of this installation could not be stored', error);
  }
  return created.id;
}

async function hashFileAt(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
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

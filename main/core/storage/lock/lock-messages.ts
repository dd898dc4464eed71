import { formatDateTime } from '../../../../shared/text/format/format-dates';
import { StetError } from '../../errors/stet-error';
import { describeDiskError } from '../files/disk-messages';
import type { Lock } from './lock-file';

/** Says who has the library open. `lock` is null when its lock can't be read. */
function describeHolder(lock: Pick<Lock, 'host' | 'since'> | null, timeZone: string): string {
  if (lock === null) return 'This library is locked by another Stet';
  return `This library is open on ${lock.host} since ${formatDateTime(lock.since, timeZone)}`;
}

/** Why the articles of a library can only be read. */
export function describeReadOnly(lock: Pick<Lock, 'host' | 'since'> | null, timeZone: string): string {
  return `${describeHolder(lock, timeZone)}. Here everything can be read and exported, but nothing changed.`;
}

/** The failure of a write without the lock. It can be tried again: the lock may be free by then. */
export function lockedError(lock: Pick<Lock, 'host' | 'since'> | null, timeZone: string): StetError {
  const message = `Not saved: ${describeHolder(lock, timeZone)}, and only one Stet can write to it. Close it there, then try again.`;
  return new StetError('notSaved', message);
}

/** Why a library can't be locked, and so not be written to, at all. */
export function describeUnlockable(error: unknown): string {
  const { why, remedy } = describeDiskError(error);
  return `Nothing can be changed in this library: ${why}. ${remedy}, then open the library again.`;
}

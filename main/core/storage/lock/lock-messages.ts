import type { LibraryHolder } from '../../../../shared/contract/library-access';
import { formatDateTime } from '../../../../shared/text/format/format-dates';
import { formatHolder } from '../../../../shared/text/format/format-holder';
import { StetError } from '../../errors/stet-error';
import { describeDiskError } from '../files/disk-messages';

/** Says who has the library open; null when its lock can't be read. */
function describeHolder(holder: LibraryHolder | null, timeZone: string): string {
  if (holder === null) return 'This library is locked by another Stet';
  return `This library is open ${formatHolder(holder)} since ${formatDateTime(holder.since, timeZone)}`;
}

/** Why the articles of a library can only be read. */
export function describeReadOnly(holder: LibraryHolder | null, timeZone: string): string {
  return `${describeHolder(holder, timeZone)}. Here everything can be read and exported, but nothing changed.`;
}

/** The failure of a write without the lock. It can be tried again: the lock may be free by then. */
export function lockedError(holder: LibraryHolder | null, timeZone: string): StetError {
  const message = `Not saved: ${describeHolder(holder, timeZone)}, and only one Stet can write to it. Close it there, then try again.`;
  return new StetError('notSaved', message);
}

/** Why nothing is read from, or written to, a library whose folder of articles is a link. */
export function describeLinkedArticles(): string {
  return 'The folder “articles” of this library is a link to another place. Stet follows no link inside a library: the articles there are not shown, and nothing is changed, here or there. Put the folder itself in its place, or open the folder that it lies in as a library, then open this library again.';
}

/** Why a library can't be locked, and so not be written to, at all. */
export function describeUnlockable(error: unknown): string {
  const { why, remedy } = describeDiskError(error);
  return `Nothing can be changed in this library: ${why}. ${remedy}, then open the library again.`;
}

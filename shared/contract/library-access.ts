import { formatDateTime } from '../text/format/format-dates.ts';
import { formatHolder, isolate } from '../text/format/wording.ts';
import type { LibraryAccess } from './commands/library-commands.ts';

/** Why a library can only be read. */
export type ReadOnlyAccess = Exclude<LibraryAccess, { kind: 'writable' }>;

/** Ways out of a library that can only be read: to take it over from another Stet, or to work in a stranger’s. */
export type ReadOnlyAction = 'takeOver' | 'accept';

/** The names of these ways, as they are to be pressed. */
export const readOnlyActionLabels: Readonly<Record<ReadOnlyAction, string>> = {
  takeOver: 'Edit here',
  accept: 'Work in this library',
};

interface ReadOnlyReason {
  /** Says why, and what is possible all the same. */
  sentence: string;
  /** Null when there is nothing to do in the window. */
  action: ReadOnlyAction | null;
}

const readingOnly = 'Here you can read and export, but change nothing.';

/** Says why a library can only be read, and what can be done about it. */
export function describeReadOnly(access: ReadOnlyAccess, timeZone: string): ReadOnlyReason {
  switch (access.kind) {
    case 'elsewhere': {
      const { holder, isStale } = access;
      const where = holder
        ? `${formatHolder(holder)} since ${formatDateTime(holder.since, timeZone)}`
        : 'in another Stet';
      return isStale
        ? {
            sentence: `This library is open ${where}, but that Stet gives no sign of life any more.`,
            action: 'takeOver',
          }
        : { sentence: `This library is open ${where}. ${readingOnly}`, action: null };
    }
    case 'free':
      return { sentence: 'The other Stet has closed the library.', action: 'takeOver' };
    case 'stranger': {
      const whose =
        access.host === null
          ? 'You have not worked in this library before.'
          : `This library was last written by another Stet, on ${isolate(access.host)}.`;
      return {
        sentence: `${whose} You can read and export everything. Nothing in it is changed until you work in it.`,
        action: 'accept',
      };
    }
    case 'unwritable':
      return { sentence: access.why, action: null };
  }
}

import type { LibraryAccess, LibraryHolder } from '../../../../shared/contract/commands/library-commands';
import type { ReadOnlyAccess } from '../../../../shared/contract/library-access';

/** Who may write to the library, as seen from this process. */
export type LockState =
  | { kind: 'held' }
  /**
   * Another process may write; `holder` is null when its lock can't be read. `isQuiet`: it gave no sign of life for half a
   * minute, so it can be taken over.
   */
  | { kind: 'foreign'; holder: LibraryHolder | null; isQuiet: boolean }
  /** The other process has given the library back. */
  | { kind: 'free' }
  /** This process does not even try to lock the library, for a reason that the window shows. */
  | { kind: 'withheld'; access: ReadOnlyAccess }
  /** The library can't be locked: its disk is write-protected, or similar. */
  | { kind: 'unlockable'; why: string };

/** The state of the lock as the window needs it. */
export function describeAccess(state: LockState): LibraryAccess {
  switch (state.kind) {
    case 'held':
      return { kind: 'writable' };
    case 'foreign':
      return { kind: 'elsewhere', holder: state.holder, isQuiet: state.isQuiet };
    case 'free':
      return { kind: 'free' };
    case 'withheld':
      return state.access;
    case 'unlockable':
      return { kind: 'unwritable', why: state.why };
  }
}

import type { LibraryAccess } from '../../../../shared/contract/library-access';
import type { LockState } from './library-lock';

/** The state of the lock as the window needs it. */
export function describeAccess(state: LockState): LibraryAccess {
  switch (state.kind) {
    case 'held':
      return { kind: 'writable' };
    case 'foreign':
      return { kind: 'elsewhere', holder: state.holder, isQuiet: state.isQuiet };
    case 'free':
      return { kind: 'free' };
    case 'unlockable':
      return { kind: 'unwritable', why: state.why };
  }
}

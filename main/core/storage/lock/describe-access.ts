import type { LibraryAccess } from '../../../../shared/contract/library-access';
import type { LockState } from './library-lock';

/** What the window is told of the lock. */
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

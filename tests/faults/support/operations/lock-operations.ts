import { setTimeout as sleep } from 'node:timers/promises';
import type { TestCore } from '../../../unit/main/support/start-core';
import { leaveCrash, leaveForeignLock, leaveLock } from '../arrangements';
import { openAndMark } from './open';
import type { Operation } from './operation';

/** Resolves once the library is open for editing. */
const openToEdit = async ({ call }: TestCore) => {
  await call('library.list', null);
  const access = await call('library.access', null);
  if (access.kind === 'unwritable') throw new Error(access.why);
  if (access.kind !== 'writable') throw new Error(`the library is ${access.kind}`);
};

/** Operations on the lock that says who may write to the library. */
export const lockOperations: readonly Operation[] = [
  { name: 'take the lock', run: openToEdit },
  { name: 'give the lock back', prepare: openAndMark, run: ({ core }) => core.close() },
  { name: 'open after a crash', arrange: leaveCrash, run: openToEdit },
  { name: 'open a left lock', arrange: leaveLock, run: openToEdit },
  {
    name: 'take the lock over',
    arrange: leaveForeignLock,
    prepare: async ({ call, runScheduled }) => {
      await call('library.list', null);
      for (let look = 0; look < 8; look += 1) {
        runScheduled();
        await sleep(20);
      }
    },
    run: async ({ call }) => {
      const { isTaken } = await call('library.takeOver', null);
      if (!isTaken) throw new Error('the library was not taken over');
    },
    mayStayLocked: true,
  },
];

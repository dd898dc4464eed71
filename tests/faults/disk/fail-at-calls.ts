import { constants } from 'node:os';
import { join } from 'node:path';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { type LibraryView, viewLibrary } from '../support/describe-library.ts';
import { copyFolders, type Folders } from '../support/library-folders.ts';
import type { Operation } from '../support/operations.ts';
import { createTally, type Tally } from '../support/tally.ts';
import { start } from '../support/test-library.ts';
import { allCalls, type CallKind, changingCalls, type FaultControl } from '../syscalls/fault-control.ts';

/** An error of the disk: at which calls it may come, and how a sentence for the reviewer names its cause. */
export interface DiskError {
  code: 'ENOSPC' | 'EROFS' | 'EIO' | 'EACCES';
  number: number;
  kinds: CallKind[];
  cause: RegExp;
}

const { ENOSPC, EROFS, EIO, EACCES } = constants.errno;

const namedCalls: CallKind[] = ['open to write', 'rename', 'link', 'unlink', 'mkdir', 'rmdir'];

export const diskErrors: readonly DiskError[] = [
  {
    code: 'ENOSPC',
    number: ENOSPC,
    cause: /disk is full/,
    kinds: ['open to write', 'write', 'sync', 'rename', 'link', 'mkdir', 'copy'],
  },
  { code: 'EROFS', number: EROFS, kinds: [...namedCalls, 'truncate'], cause: /write-protected/ },
  {
    code: 'EIO',
    number: EIO,
    kinds: [...changingCalls, 'open to read', 'read'],
    cause: /disk reported an error|disk did not give it/,
  },
  { code: 'EACCES', number: EACCES, kinds: [...namedCalls, 'open to read'], cause: /not allowed/ },
];

/** An operation, and the states of the library before and after it. */
interface DiskPlan {
  operation: Operation;
  folders: Folders;
  before: LibraryView;
  after: LibraryView;
  /** The calls of the operation when none of them fails. */
  calls: CallKind[];
}

/** One try: at which call the error comes, and whether it stays. */
interface DiskFault {
  error: DiskError;
  at: number;
  isLasting: boolean;
}

/** The library before and after an operation without errors. `folder` is for copies. */
export async function planOperation(
  operation: Operation,
  library: Folders,
  control: FaultControl,
  folder: string,
): Promise<DiskPlan> {
  const folders = await copyFolders(library, join(folder, 'arranged'));
  await operation.arrange?.(folders);
  const tried = await copyFolders(folders, join(folder, 'planned'));
  control.follow(tried.base);
  const stet = start(tried, 'worker', operation.startOptions?.(tried));
  await operation.prepare?.(stet);
  const before = await look(tried, folder);
  control.arm(tried.base, { action: 'count', at: 0, error: 0, kinds: [...allCalls] });
  await operation.run(stet);
  const calls = control.disarm();
  const after = await look(tried, folder);
  await stet.core.close();
  return { operation, folders, before, after, calls };
}

/** Starts Stet on a copy, so that the one that runs is not disturbed. */
async function look(folders: Folders, folder: string): Promise<LibraryView> {
  return viewLibrary(await copyFolders(folders, join(folder, 'looked-at')));
}

/** Carries an operation out with an error. Null when the operation has fewer calls than that. */
export async function failAtCall(
  plan: DiskPlan,
  { error, at, isLasting }: DiskFault,
  control: FaultControl,
  folder: string,
): Promise<Tally | null> {
  const { operation, before, after } = plan;
  const folders = await copyFolders(plan.folders, join(folder, 'tried'));
  control.follow(folders.base);
  let stet = start(folders, 'worker', operation.startOptions?.(folders));
  await operation.prepare?.(stet);
  const action = isLasting ? 'failFromThere' : 'failOnce';
  control.arm(folders.base, { action, at, error: error.number, kinds: error.kinds });
  let isNamed = false;
  const refusal = await operation.run(stet).then(
    (outcome) => {
      isNamed = outcome === 'named';
      return null;
    },
    (reason: unknown) => String(reason),
  );
  const calls = control.disarm();
  if (calls.length < at) {
    await stet.core.close();
    return null;
  }
  const tally = { ...createTally(), faults: 1, acknowledged: before.changes + (refusal === null ? 1 : 0) };
  const wrong: string[] = [];
  try {
    const found = await look(folders, folder);
    if (refusal === null) {
      if (isNamed) tally.named += 1;
      else if (found.isWritable && found.shown !== after.shown) {
        tally.lost += 1;
        if (stet.events.length === 0) tally.silent += 1;
        wrong.push('acknowledged, and not there after a restart');
      }
    } else {
      // Without the id of this installation its own lock is another's, which is said instead.
      const isElsewhere = !hasOwnId(stet) && refusal.includes('the library is elsewhere');
      const isNamed = error.cause.test(refusal) || operation.otherCause?.test(refusal) === true;
      if (!isNamed && !isElsewhere) wrong.push(`the cause is not named: ${refusal}`);
      if (found.shown === after.shown && after.shown !== before.shown) tally.unsure += 1;
      else if (found.shown !== before.shown) wrong.push(`refused, and yet changed: ${refusal}`);
      if (!operation.prepare) {
        await stet.core.close();
        stet = start(folders, 'worker');
      }
      await operation.run(stet);
      const isDouble =
        refusal.includes('may have been') && after.changes < (await look(folders, folder)).changes;
      if (!isDouble && (await look(folders, folder)).shown !== after.shown)
        wrong.push('the second try had another result');
    }
    const last = await look(folders, folder);
    const messages = last.messages.filter((line) => !operation.reports?.test(line));
    wrong.push(...messages.map((line) => `message after a restart: ${line}`));
    const leftovers = last.leftovers.filter((name) => !operation.keeps?.test(name));
    wrong.push(...leftovers.map((name) => `left behind: ${name}`));
    if (hasOwnId(stet) && !last.isWritable && !operation.mayStayLocked)
      wrong.push('the lock was not taken over');
  } catch (reason) {
    wrong.push(`the cause is gone, and yet: ${String(reason)}`);
  }
  await stet.core.close();
  tally.wrong = wrong.map((what) => `${describeCall(calls, at)}${isLasting ? ' and on' : ''}: ${what}`);
  return tally;
}

const describeCall = (calls: readonly CallKind[], at: number) => `call ${at} (${calls[at - 1]})`;

/** Whether the id of this installation could be read. Without it, its locks are another's, and the reviewer is asked. */
function hasOwnId({ logs }: TestCore): boolean {
  return !logs.some((line) => line.startsWith('installation.json could not be read'));
}

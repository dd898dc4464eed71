import { join } from 'node:path';
import { type LibraryView, viewLibrary } from '../support/describe-library.ts';
import { copyFolders, type Folders, foldersIn } from '../support/library-folders.ts';
import type { Operation } from '../support/operations.ts';
import { createTally, type Tally } from '../support/tally.ts';
import { createLibrary, start } from '../support/test-library.ts';
import { type CallKind, callsSchema, type Fault, noFault } from './fault-control.ts';
import { FaultProgram } from './fault-program.ts';

/** An operation, its system calls, and the states that a kill may leave. */
interface KillPlan {
  operation: Operation;
  /** The library before the operation. */
  folders: Folders;
  calls: CallKind[];
  before: LibraryView;
  after: LibraryView;
}

/** Kills Stet at system calls, and looks at the library when it is started anew. */
export class Killer {
  private constructor(
    private readonly folder: string,
    readonly program: FaultProgram,
    private readonly library: Folders,
  ) {}

  /** Creates the library, and compiles what is needed. */
  static async create(folder: string): Promise<Killer> {
    const library = foldersIn(join(folder, 'library'));
    await createLibrary(library);
    const example = await copyFolders(library, join(folder, 'example'));
    return new Killer(folder, await FaultProgram.create(folder, example.base, 'apply'), library);
  }

  /** Carries an operation out without a fault, and records its system calls. */
  async plan(operation: Operation): Promise<KillPlan> {
    const name = operation.name.replaceAll(' ', '-');
    const folders = await copyFolders(this.library, join(this.folder, name));
    await operation.arrange?.(folders);
    const before = await this.#viewPrepared(folders, operation);
    const done = await copyFolders(folders, join(this.folder, `${name}-after`));
    const lines = await this.program.run(done.base, operation.name, noFault, name);
    const calls = lines.find((line) => line.startsWith('calls '));
    if (calls === undefined) throw new Error(`“${operation.name}” failed: ${lines.join(', ')}`);
    const after = await viewLibrary(done);
    return { operation, folders, calls: callsSchema.parse(JSON.parse(calls.slice(6))), before, after };
  }

  /** The library as the operation finds it. */
  async #viewPrepared(folders: Folders, { prepare, startOptions }: Operation): Promise<LibraryView> {
    const prepared = await copyFolders(folders, join(this.folder, 'prepared'));
    const stet = start(prepared, 'worker', startOptions?.(prepared));
    await prepare?.(stet);
    const view = await viewLibrary(prepared);
    await stet.core.close();
    return view;
  }

  /** Calls that the kernel saw during an operation and the injector did not, or the other way round; null when there are none. */
  async findUnseen({ operation, folders, calls }: KillPlan): Promise<string | null> {
    const traced = await copyFolders(folders, join(this.folder, 'traced'));
    const seen = (await this.program.trace(traced.base, operation.name)).sort().join(', ');
    // Closing a file changes nothing, and strace does not say for what it was open.
    const counted = calls
      .filter((kind) => kind !== 'close')
      .sort()
      .join(', ');
    return seen === counted ? null : `the kernel saw ${seen}, the injector ${counted}`;
  }

  /** Kills the process at one call of an operation, and starts Stet anew. `lane` is the number of a folder for this try. */
  async kill(plan: KillPlan, fault: Fault, lane: number): Promise<Tally> {
    const { operation } = plan;
    const folders = await copyFolders(plan.folders, join(this.folder, `lane-${lane}`));
    const lines = await this.program.run(folders.base, operation.name, fault, `lane-${lane}`);
    const isAcknowledged = lines.includes('acknowledged');
    const acknowledged = plan.before.changes + (isAcknowledged ? 1 : 0);
    const tally = { ...createTally(), faults: 1, acknowledged };
    const where = `${fault.action} ${fault.at} (${plan.calls[fault.at - 1] ?? 'nothing'})`;
    const wrong = lines.filter((line) => /^(failed|logged) /.test(line));
    try {
      wrong.push(...compare(await viewLibrary(folders), plan, isAcknowledged, tally));
    } catch (error) {
      tally.unreadable += 1;
      wrong.push(String(error));
    }
    tally.wrong = wrong.map((what) => `${where}: ${what}`);
    return tally;
  }
}

/** Everything that is wrong with a library after a kill. */
function compare(
  found: LibraryView,
  { operation, before, after }: KillPlan,
  isAcknowledged: boolean,
  tally: Tally,
): string[] {
  const messages = found.messages.filter((line) => !operation.reports?.test(line));
  const wrong = messages.map((line) => `message: ${line}`);
  if (found.shown !== after.shown && (isAcknowledged || found.shown !== before.shown)) {
    tally.lost += 1;
    if (messages.length === 0) tally.silent += 1;
    wrong.push(isAcknowledged ? 'an acknowledged change is lost' : 'neither the state before nor after');
  }
  if (!found.isWritable && !operation.mayStayLocked) wrong.push('the lock was not taken over');
  const leftovers = found.leftovers.filter((name) => !operation.keeps?.test(name));
  return [...wrong, ...leftovers.map((name) => `left behind: ${name}`)];
}

/** Every kill of an operation with these calls: before and after each, and in each that writes. */
export function listKills(calls: readonly CallKind[]): Fault[] {
  return calls.flatMap((kind, index) => {
    const actions: Fault['action'][] =
      kind === 'write' ? ['killBefore', 'killIn', 'killAfter'] : ['killBefore', 'killAfter'];
    return actions.map((action) => ({ ...noFault, action, at: index + 1 }));
  });
}

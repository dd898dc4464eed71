import { join } from 'node:path';
import { createRandom } from '#tests/bench/support/random.ts';
import { foldersIn } from '../support/library-folders.ts';
import { operations } from '../support/operations.ts';
import { addTally, createTally, type Row } from '../support/tally.ts';
import { createLibrary } from '../support/test-library.ts';
import { FaultControl } from '../syscalls/fault-control.ts';
import { type DiskError, diskErrors, failAtCall, planOperation } from './fail-at-calls.ts';

// A program of its own, into which the injector is loaded: lets each call of each operation fail, and prints the rows of the
// table as JSON. One in `every` faults is tried, chosen by the seed.
const [folder = '', seed = '0', every = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const isChosen = () => random.below(Number(every)) === 0;

const control = FaultControl.ofThisProcess();
if (!control) throw new Error('the injector is not loaded');

/** Errors that nobody caught: in the app they would end the process. */
const uncaught: string[] = [];
process.on('unhandledRejection', (reason) =>
  uncaught.push(String(reason instanceof Error ? reason.stack : reason)),
);

/** An operation's rows, one for each error. */
async function failOperation(
  operation: (typeof operations)[number],
  errors: readonly DiskError[],
): Promise<Row[]> {
  const plan = await planOperation(operation, library, control as FaultControl, folder);
  const rows: Row[] = [];
  for (const error of errors) {
    const sum = createTally();
    for (const isLasting of [false, true])
      for (let at = 1, isOver = false; !isOver; at += 1) {
        if (!isChosen()) {
          // Without a try it is not known whether there are more calls.
          isOver = at > plan.calls.filter((kind) => error.kinds.includes(kind)).length;
          continue;
        }
        const tally = await failAtCall(plan, { error, at, isLasting }, control as FaultControl, folder);
        for (const reason of uncaught.splice(0)) sum.wrong.push(`call ${at}: not caught: ${reason}`);
        if (tally) addTally(sum, tally);
        else isOver = true;
      }
    rows.push({ fault: `${error.code}, ${operation.name}`, tally: sum });
  }
  return rows;
}

const library = foldersIn(join(folder, 'library'));
await createLibrary(library);
const rows: Row[] = [];
for (const operation of operations.filter(({ whyNoDiskErrors }) => whyNoDiskErrors === undefined)) {
  if (Number(every) > 1 && random.below(4) > 0) continue;
  rows.push(...(await failOperation(operation, diskErrors)));
}
process.stdout.write(JSON.stringify(rows), () => process.exit());

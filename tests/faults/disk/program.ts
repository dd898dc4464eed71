import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../../bench/support/random';
import { foldersIn } from '../support/library-folders';
import { operations } from '../support/operations/operations';
import {
  createPlainFile,
  type PlainStore,
  plainLowdb,
  plainWriteFile,
  readPlainIds,
} from '../support/plain-stores';
import { addTally, createTally, type Row, type Tally } from '../support/tally';
import { createLibrary } from '../support/test-library';
import { FaultControl } from '../syscalls/fault-control';
import { type DiskError, diskErrors } from './errors';
import { failAtCall, planOperation } from './fail-at-calls';

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
    const stet = createTally();
    for (const isLasting of [false, true])
      for (let at = 1, isOver = false; !isOver; at += 1) {
        if (!isChosen()) {
          // Without a try it is not known whether there are more calls.
          isOver = at > plan.calls.filter((kind) => error.kinds.includes(kind)).length;
          continue;
        }
        const tally = await failAtCall(plan, { error, at, isLasting }, control as FaultControl, folder);
        for (const reason of uncaught.splice(0)) stet.wrong.push(`call ${at}: not caught: ${reason}`);
        if (tally) addTally(stet, tally);
        else isOver = true;
      }
    rows.push({ fault: `${error.code}, ${operation.name}`, stet, lowdb: null, writeFile: null });
  }
  return rows;
}

/** One change of a plain store, with an error at each of its calls. */
async function failPlainStore(store: PlainStore, error: DiskError): Promise<Tally> {
  const tally = createTally();
  const original = join(folder, `${store.name}.json`);
  await rm(original, { force: true });
  const old = await createPlainFile(original, store);
  const base = join(folder, 'plain');
  for (let at = 1; ; at += 1) {
    await rm(base, { recursive: true, force: true });
    await mkdir(base);
    const path = join(base, 'plain.json');
    await cp(original, path);
    const open = await store.open(path);
    control?.arm(base, { action: 'failFromThere', at, error: error.number, kinds: error.kinds });
    const isDone = await open.add('new').then(
      () => true,
      () => false,
    );
    if ((control?.disarm().length ?? 0) < at) return tally;
    const ids = await readPlainIds(path, store);
    const acknowledged = isDone ? [...old, 'new'] : old;
    const lost = acknowledged.filter((id) => !ids?.includes(id)).length;
    tally.faults += 1;
    tally.acknowledged += acknowledged.length;
    tally.lost += lost;
    if (ids === null) tally.unreadable += 1;
    else tally.silent += lost;
  }
}

const library = foldersIn(join(folder, 'library'));
await createLibrary(library);
const rows: Row[] = [];
for (const operation of operations.filter(({ whyNoDiskErrors }) => whyNoDiskErrors === undefined)) {
  if (Number(every) > 1 && random.below(4) > 0) continue;
  rows.push(...(await failOperation(operation, diskErrors)));
}
for (const error of diskErrors)
  for (const row of rows.filter(({ fault }) => fault === `${error.code}, apply`)) {
    row.lowdb = await failPlainStore(plainLowdb, error);
    row.writeFile = await failPlainStore(plainWriteFile, error);
  }
process.stdout.write(JSON.stringify(rows), () => process.exit());

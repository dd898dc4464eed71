import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { foldersIn } from '../support/library-folders';
import type { Operation } from '../support/operations/operation';
import { findOperation } from '../support/operations/operations';
import { findPlainStore, type PlainStore } from '../support/plain-stores';
import { start } from '../support/test-library';
import { FaultControl, faultSchema } from './fault-control';

// A program of its own: carries out one operation, with a fault at one of its system calls. Acknowledgements are printed to
// stdout at once, with writeSync, because a stream's buffer would be lost with the process.
const [base = '', name = '', fault = ''] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

const control = FaultControl.ofThisProcess();
control?.follow(base);

async function work(): Promise<void> {
  const store = findPlainStore(name);
  await (store ? addPlainChange(store) : carryOut(findOperation(name)));
  process.exit();
}

/** For comparison: one more change in a plain store. */
async function addPlainChange(store: PlainStore): Promise<void> {
  const plain = await store.open(join(base, 'plain.json'));
  control?.arm(base, faultSchema.parse(JSON.parse(fault)));
  await plain.add('new');
  report('acknowledged');
  report(`calls ${JSON.stringify(control?.disarm() ?? [])}`);
}

async function carryOut(operation: Operation): Promise<void> {
  const folders = foldersIn(base);
  const stet = start(folders, 'worker', operation.startOptions?.(folders));
  await operation.prepare?.(stet);
  control?.arm(base, faultSchema.parse(JSON.parse(fault)));
  await operation.run(stet);
  report('acknowledged');
  report(`calls ${JSON.stringify(control?.disarm() ?? [])}`);
  for (const line of stet.logs) report(`logged ${line}`);
}

work().catch((error) => {
  report(`failed ${String(error)}`);
  process.exit(1);
});

import { writeSync } from 'node:fs';
import { foldersIn } from '../support/library-folders.ts';
import { findOperation } from '../support/operations.ts';
import { start } from '../support/test-library.ts';
import { FaultControl, faultSchema } from './fault-control.ts';

// A program of its own: carries out one operation, with a fault at one of its system calls. Acknowledgements are printed to
// stdout at once, with writeSync, because a stream's buffer would be lost with the process.
const [base = '', name = '', fault = ''] = process.argv.slice(2);
const report = (line: string) => writeSync(1, `${line}\n`);

const control = FaultControl.ofThisProcess();
control?.follow(base);

async function work(): Promise<void> {
  const operation = findOperation(name);
  const folders = foldersIn(base);
  const stet = start(folders, 'worker', operation.startOptions?.(folders));
  await operation.prepare?.(stet);
  control?.arm(base, faultSchema.parse(JSON.parse(fault)));
  await operation.run(stet);
  report('acknowledged');
  report(`calls ${JSON.stringify(control?.disarm() ?? [])}`);
  for (const line of stet.logs) report(`logged ${line}`);
  process.exit();
}

work().catch((error) => {
  report(`failed ${String(error)}`);
  process.exit(1);
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../unit/main/support/bundle.ts';
import { withTempFolder } from './support/library-folders.ts';
import { operations } from './support/operations.ts';
import { type Print, printTable, type Row, rowsSchema } from './support/tally.ts';
import { buildInjector, findInjectorObstacle } from './syscalls/fault-program.ts';

const run_ = promisify(execFile);

/** Lets every system call of each operation fail with each error of the disk. Resolves to the failures. */
export async function run(print: Print, { seed }: { seed: number }): Promise<number> {
  const obstacle = await findInjectorObstacle();
  if (obstacle !== null) {
    print(obstacle);
    return 0;
  }
  const failures = printTable(print, await withTempFolder((folder) => failCalls(folder, seed, 1)));
  for (const { name, whyNoDiskErrors } of operations)
    if (whyNoDiskErrors) print(`  “${name}” was not tried: ${whyNoDiskErrors}`);
  return failures;
}

/** Lets one in `every` calls fail. Resolves to the rows of the table. */
export async function failCalls(folder: string, seed: number, every: number): Promise<Row[]> {
  // The program makes no report, and the citation library is the larger half of the code.
  const kind = { format: 'esm' as const, external: [/make-report$/] };
  const program = await bundle(join(import.meta.dirname, 'disk/program.ts'), join(folder, 'program'), kind);
  const createEnv = await buildInjector(folder);
  const args = [program, folder, String(seed), String(every)];
  const options = { env: createEnv('disk'), maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await run_(process.execPath, args, options);
  return rowsSchema.parse(JSON.parse(stdout));
}

import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FaultControl } from './fault-control';

const run = promisify(execFile);

/** The environment by which the injector is loaded into a process. */
export type InjectorEnv = NodeJS.ProcessEnv;

/** Why there is no injector on this machine, as a sentence for the test’s output; null when there may be one. */
export async function findInjectorObstacle(): Promise<string | null> {
  if (process.platform !== 'linux') return 'Skipped: faults at system calls are injected on Linux only.';
  return run('gcc', ['--version']).then(
    () => null,
    () => 'Skipped: faults at system calls need gcc, which is not installed here.',
  );
}

/** Compiles the injector into a folder. Resolves to a function that creates the environment of one process. */
export async function buildInjector(folder: string): Promise<(name: string) => InjectorEnv> {
  const library = join(folder, 'injector.so');
  await run('gcc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'injector.c')]);
  await access(library);
  return (name) => {
    const control = join(folder, `${name}.control`);
    FaultControl.create(control);
    // One thread and no io_uring: each call goes through the C library, and in the same order each time.
    return {
      ...process.env,
      LD_PRELOAD: library,
      STET_FAULT_CONTROL: control,
      UV_THREADPOOL_SIZE: '1',
      UV_USE_IO_URING: '0',
    };
  };
}

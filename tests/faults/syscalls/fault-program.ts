import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { quickProgram } from '#tests/unit/main/storage/crash/quick-program.ts';
import { type CallKind, type Fault, FaultControl, noFault } from './fault-control.ts';

const run = promisify(execFile);

/** Why there is no injector on this machine, as a sentence for the test’s output; null when there may be one. */
export async function findInjectorObstacle(): Promise<string | null> {
  if (process.platform !== 'linux') return 'Skipped: faults at system calls are injected on Linux only.';
  return run('gcc', ['--version']).then(
    () => null,
    () => 'Skipped: faults at system calls need gcc, which is not installed here.',
  );
}

/** Compiles the injector into a folder. Resolves to a function that creates the environment of one process. */
export async function buildInjector(folder: string): Promise<(name: string) => NodeJS.ProcessEnv> {
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

/** The kind of each system call by which a file can be changed. Closing one changes nothing. */
const kindsByName: Readonly<Record<string, CallKind>> = {
  open: 'open to write',
  openat: 'open to write',
  creat: 'open to write',
  write: 'write',
  pwrite64: 'write',
  writev: 'write',
  pwritev: 'write',
  pwritev2: 'write',
  fsync: 'sync',
  fdatasync: 'sync',
  rename: 'rename',
  renameat: 'rename',
  renameat2: 'rename',
  link: 'link',
  linkat: 'link',
  unlink: 'unlink',
  unlinkat: 'unlink',
  truncate: 'truncate',
  ftruncate: 'truncate',
  mkdir: 'mkdir',
  mkdirat: 'mkdir',
  rmdir: 'rmdir',
  copy_file_range: 'copy',
  sendfile: 'copy',
  ioctl: 'copy',
  io_uring_setup: 'write',
};

/** Whether strace works here: it may be missing, or not allowed to look at processes. */
export async function canTrace(): Promise<boolean> {
  return run('strace', ['-f', '-o', '/dev/null', 'true']).then(
    () => true,
    () => false,
  );
}

/**
 * Runs a program with its injector under strace. Resolves to the calls that the kernel saw while the injector counted, and
 * that concern the folder. The injector's control file, which is written when counting begins and ends, marks the two moments.
 */
async function traceCalls(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  folder: string,
  output: string,
): Promise<CallKind[]> {
  const trace = `trace=${Object.keys(kindsByName).join(',')}`;
  const args = ['-f', '-y', '-s', '8', '-e', trace, '-o', output, ...command];
  await run('strace', args, { env });
  const lines = (await readFile(output, 'utf8')).split('\n');
  const isMark = (line: string) => /pwrite64\(\d+<[^>]*\.control>, .*, 4, 0/.test(line);
  const begin = lines.findIndex(isMark);
  const end = lines.findIndex((line, index) => index > begin && isMark(line));
  return lines.slice(begin + 1, end).flatMap((line) => readKind(line, folder) ?? []);
}

/** The kind of the call that begins in a line; null when it does not concern the folder or only reads. */
function readKind(line: string, folder: string): CallKind | null {
  const [, name = '', args = ''] = /^\d+\s+(\w+)\((.*)$/.exec(line) ?? [];
  const kind = kindsByName[name];
  const names = [`"${folder}/`, `<${folder}/`, `<${folder}>`];
  if (!kind || !names.some((name) => args.includes(name))) return null;
  if (kind === 'open to write' && !/O_CREAT|O_TRUNC|O_WRONLY|O_RDWR/.test(args)) return null;
  return name === 'ioctl' && !args.includes('FICLONE') ? null : kind;
}

/** The program `worker.ts`, into which the injector is loaded. */
export class FaultProgram {
  private constructor(
    private readonly folder: string,
    private readonly program: readonly string[],
    private readonly createEnv: (name: string) => NodeJS.ProcessEnv,
  ) {}

  /** Compiles both into a folder. `base` are folders that the program may change while it is compiled ahead. */
  static async create(folder: string, base: string, operation: string): Promise<FaultProgram> {
    const args = [base, operation, JSON.stringify(noFault)];
    const program = await quickProgram(join(import.meta.dirname, 'worker.ts'), join(folder, 'program'), args);
    return new FaultProgram(folder, program, await buildInjector(folder));
  }

  /** The lines that the program printed until it ended or was killed. `lane` names its control file. */
  async run(base: string, operation: string, fault: Fault, lane: string): Promise<string[]> {
    const args = [...this.program, base, operation, JSON.stringify(fault)];
    const env = this.createEnv(lane);
    const { stdout } = await run(process.execPath, args, { env }).catch((error: { stdout: string }) => error);
    return stdout.split('\n').slice(0, -1);
  }

  /** The system calls that the kernel sees during an operation, to be compared with those that the injector counts. */
  trace(base: string, operation: string): Promise<CallKind[]> {
    const command = [process.execPath, ...this.program, base, operation, JSON.stringify(noFault)];
    return traceCalls(command, this.createEnv('traced'), base, join(this.folder, 'trace.txt'));
  }
}

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { CallKind } from './fault-control';

const run = promisify(execFile);

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
export async function traceCalls(
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

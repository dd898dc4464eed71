import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './launch.ts';

/** The ids of the user "nobody" and the group "nogroup" on Linux. */
const nobody = 65_534;

interface UnprivilegedOptions {
  executable: string;
  /** An empty folder. It becomes the user's home and holds the app and everything that it stores. */
  folder: string;
  /** The X display of the worker, or null for the machine's own. */
  display: string | null;
}

interface UnprivilegedProcess {
  userData: string;
  /** The address of Chromium's debugger, or null before the app listens. */
  debuggerUrl(): string | null;
  stop(): Promise<void>;
}

/** Starts the built app as a user without any rights, and without any flag that weakens its sandbox. */
export function startUnprivileged({ executable, folder, display }: UnprivilegedOptions): UnprivilegedProcess {
  const app = join(folder, 'app');
  const userData = join(folder, 'data');
  // This user may not be able to read the project's folder.
  cpSync(join(projectRoot, 'out'), join(app, 'out'), { recursive: true });
  copyFileSync(join(projectRoot, 'package.json'), join(app, 'package.json'));
  // The same applies to the key of a display that xvfb-run made.
  const { XAUTHORITY: key, ...env } = process.env;
  const ownKey = join(folder, 'xauthority');
  if (key && existsSync(key)) copyFileSync(key, ownKey);
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    for (const path of [folder, ...(existsSync(ownKey) ? [ownKey] : [])]) chownSync(path, nobody, nobody);

  const child = spawn(executable, [app, `--user-data-dir=${userData}`, '--remote-debugging-port=0'], {
    env: {
      ...env,
      HOME: folder,
      ...(existsSync(ownKey) && { XAUTHORITY: ownKey }),
      ...(display !== null && { DISPLAY: display }),
    },
    stdio: 'ignore',
    detached: true,
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  return {
    userData,
    debuggerUrl() {
      const file = join(userData, 'DevToolsActivePort');
      const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      return port ? `http://127.0.0.1:${port}` : null;
    },
    stop: () => stopProcess(child),
  };
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

interface LinuxProcess {
  commandLine: string;
  /** The fields of /proc/<pid>/status. */
  status: Record<string, string>;
  /** The network namespace of the process. */
  network: string;
}

/**
 * Lists the processes that have this argument, as the kernel describes them. Chromium rewrites the command lines of processes
 * that it forks, and separates the arguments by spaces.
 */
export function findProcesses(argument: string): LinuxProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        if (!commandLine.includes(argument)) return [];
        const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
        const status = Object.fromEntries(lines.map((line) => line.split(/:\s+/)));
        return [{ commandLine, status, network: readlinkSync(`/proc/${pid}/ns/net`) }];
      } catch {
        // The process ended meanwhile.
        return [];
      }
    });
}

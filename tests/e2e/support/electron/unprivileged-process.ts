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
import { projectRoot } from './runtime';

/** "nobody" and "nogroup", as Linux numbers them. */
const nobody = 65_534;

interface Start {
  executable: string;
  /** An empty folder that becomes the user's own: the app, the home, and everything stored is put there. */
  folder: string;
}

export interface Running {
  userData: string;
  /** The address of Chromium's own debugger. Resolves once the app listens. */
  debuggerUrl(): string | null;
  end(): Promise<void>;
}

/** Starts the built app as a user without any rights and, for once, without any flag that weakens its sandbox. */
export function startUnprivileged({ executable, folder }: Start): Running {
  const app = join(folder, 'app');
  const userData = join(folder, 'data');
  // The project may lie where this user can't look.
  cpSync(join(projectRoot, 'out'), join(app, 'out'), { recursive: true });
  copyFileSync(join(projectRoot, 'package.json'), join(app, 'package.json'));
  // So does the key to a display that xvfb-run made.
  const { XAUTHORITY: key, ...others } = process.env;
  const ownKey = join(folder, 'xauthority');
  if (key && existsSync(key)) copyFileSync(key, ownKey);
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    for (const path of [folder, ...(existsSync(ownKey) ? [ownKey] : [])]) chownSync(path, nobody, nobody);

  const child = spawn(executable, [app, `--user-data-dir=${userData}`, '--remote-debugging-port=0'], {
    env: { ...others, HOME: folder, ...(existsSync(ownKey) ? { XAUTHORITY: ownKey } : {}) },
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
    end: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

export interface LinuxProcess {
  commandLine: string;
  /** The fields of /proc/<pid>/status. */
  status: Record<string, string>;
  /** The namespace of the network it sees. */
  network: string;
}

/** The processes with this argument, as the kernel knows them. What Chromium forks is named anew, parted by spaces. */
export function processesWith(argument: string): LinuxProcess[] {
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
        // It ended meanwhile.
        return [];
      }
    });
}

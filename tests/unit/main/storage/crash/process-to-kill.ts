import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A child process that waits for a signal to begin and is killed while it works, at the latest with this process. */
export interface Victim {
  /**
   * Lets the process work and kills it this many milliseconds after it began, or after it reported its first result.
   * Resolves to the lines that it printed until then.
   */
  workAndDie(milliseconds: number, after: 'start' | 'firstWork'): Promise<string[]>;
  /** Lets the process work until it kills itself at the moment that the test is about. Resolves to the lines that it printed. */
  workUntilDead(): Promise<string[]>;
  /** Kills the process if it still runs. */
  kill(): void;
}

/** Starts a program of `quickProgram`, which prints `ready` and waits for a line on stdin. */
export function startProcess(program: readonly string[], args: readonly string[]): Victim {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  const killAtExit = () => void kill(child);
  process.once('exit', killAtExit);
  void closed.then(() => process.off('exit', killAtExit));
  const begin = async () => {
    while (!output.startsWith('ready')) await once(child.stdout, 'data');
    child.stdin.write('go\n');
  };
  const end = async () => {
    await closed;
    return output.split('\n').slice(1, -1);
  };
  return {
    kill: () => kill(child),
    async workAndDie(milliseconds, after) {
      await begin();
      if (after === 'firstWork') await Promise.race([once(child.stdout, 'data'), closed]);
      await sleepExactly(milliseconds);
      kill(child);
      return end();
    },
    async workUntilDead() {
      await begin();
      return end();
    },
  };
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL');
}

function sleepExactly(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

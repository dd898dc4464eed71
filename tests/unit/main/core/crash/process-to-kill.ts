import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** A child process that waits to be let go, and is killed while it works; at the latest when the test is over. */
export interface Victim {
  /**
   * Lets it work and kills it so many milliseconds after it was let go, or after it told of its first piece of work;
   * resolves to the lines it told until then.
   */
  workAndDie(milliseconds: number, after: 'start' | 'firstWork'): Promise<string[]>;
}

/** Starts a program of `quickProgram`, which says `ready` and waits for a line on stdin. */
export function startVictim(program: readonly string[], args: readonly string[]): Victim {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  onTestFinished(() => kill(child));
  return {
    async workAndDie(milliseconds, after) {
      while (!told.startsWith('ready')) await once(child.stdout, 'data');
      child.stdin.write('go\n');
      if (after === 'firstWork') await Promise.race([once(child.stdout, 'data'), closed]);
      await exactly(milliseconds);
      kill(child);
      await closed;
      return told.split('\n').slice(1, -1);
    },
  };
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL');
}

function exactly(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

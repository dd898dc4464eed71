import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A child process that waits to be let go, and is killed while it works. */
export interface Victim {
  /** Lets it work for so many milliseconds, kills it, and resolves to the lines it told until then. */
  workAndDie(milliseconds: number): Promise<string[]>;
  end(): void;
}

/** Starts a program, which says `ready` and waits for a line on stdin. */
export function startVictim(program: string, args: string[]): Victim {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close');
  return {
    async workAndDie(milliseconds) {
      while (!told.startsWith('ready')) await once(child.stdout, 'data');
      child.stdin.write('go\n');
      await exactly(milliseconds);
      kill(child);
      await closed;
      return told.split('\n').slice(1, -1);
    },
    end: () => kill(child),
  };
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL');
}

function exactly(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process of `writer.ts`. */
export interface WritingProcess {
  /** Lets it begin. */
  begin(): void;
  /** Stops it as a computer that goes to sleep does. */
  pause(): void;
  resume(): void;
  /** Resolves once it has printed this many lines that begin with the word, or has ended. */
  waitFor(word: string, times: number): Promise<void>;
  /** Resolves to the lines that it printed, once it has ended. */
  end(): Promise<string[]>;
  kill(): void;
}

/** Starts a program of `quickProgram`, which prints `ready` and waits for a line on stdin. Resolves once it is ready. */
export async function startWriter(
  program: readonly string[],
  args: readonly string[],
): Promise<WritingProcess> {
  const child = spawn(process.execPath, [...program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.on('error', () => undefined);
  let hasEnded = false;
  const closed = once(child, 'close').then(() => {
    hasEnded = true;
  });
  const count = (word: string) => output.split('\n').filter((line) => line.startsWith(word)).length;
  const waitFor = async (word: string, times: number) => {
    while (count(word) < times && !hasEnded) await Promise.race([once(child.stdout, 'data'), closed]);
  };
  await waitFor('ready', 1);
  return {
    begin: () => void child.stdin.write('go\n'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    waitFor,
    async end() {
      await closed;
      return output.split('\n').slice(1, -1);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

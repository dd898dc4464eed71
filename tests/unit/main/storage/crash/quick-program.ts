import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { bundle } from '#tests/unit/main/support/bundle.ts';

const starter = join(import.meta.dirname, 'quick-start.cjs');

/**
 * Bundles a program that is started many times, and compiles it ahead while it works with these arguments. `entry` is a path
 * from this folder, or an absolute one. Returns what `startProcess` needs.
 */
export async function quickProgram(
  entry: string,
  folder: string,
  args: readonly string[],
): Promise<string[]> {
  // The program makes no report, and the citation library is the larger half of the code.
  const program = await bundle(resolve(import.meta.dirname, entry), folder, {
    format: 'cjs',
    external: [/make-report$/],
  });
  const run = [starter, program];
  const env = { ...process.env, STET_COMPILE: '1' };
  const learner = spawn(process.execPath, [...run, ...args], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  learner.stdin.end('go\n');
  await once(learner, 'close');
  return run;
}

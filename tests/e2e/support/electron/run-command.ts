import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot } from './runtime';

/** Runs a program in the project's folder: its exit code and all that it said. */
export async function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(command, args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words;
    });
  const [code] = await once(child, 'close');
  return { code, said };
}

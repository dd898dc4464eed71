import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createCore } from '#main/core/core.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import { createClient } from '#shared/contract/client.ts';
import { ProposalFiles } from '#tests/unit/main/support/proposal-files.ts';

/** Runs a program. Resolves to what it printed to stdout. */
export async function runProgram(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    output += more;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return output;
}

/**
 * Starts the core of main without Electron, with a client that calls it as the window does. `createArticle` creates an article
 * from a proposal.
 */
export function createCoreClient(platform: Platform) {
  const proposalFiles = new ProposalFiles();
  const core = createCore(proposalFiles.addImporter(platform), { isTrusted: () => true });
  const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
  const client = createClient({
    call: (name, input) => core.dispatch(sender, name, input),
    listen: () => () => undefined,
  });
  const { createArticle } = proposalFiles.createCommands(async (name, input) => {
    const answer = await client.call(name, input);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  });
  return { core, client, sender, createArticle };
}

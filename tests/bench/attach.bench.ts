import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createCore } from '../../main/core/core';
import { createClient } from '../../shared/contract/client';
import { createPlainPlatform, refusingDialogs } from '../unit/main/support/plain-platform';
import { sampleProposal } from '../unit/main/support/sample';
import { median } from './support/measure';

const rounds = 5;
const megabyte = 1024 * 1024;
const fileBytes = 1024 * megabyte;
const maxRatio = 1.5;
const maxMemoryMb = 200;

/**
 * The cost of attaching one file: the time in milliseconds; `hashing` is the time that this runtime needs for the SHA-256
 * alone; `mostMemory` is the peak memory of the process in bytes.
 */
const costSchema = z.object({
  milliseconds: z.number(),
  hashing: z.number(),
  mostMemory: z.number(),
  sha256: z.string(),
});

type Cost = z.infer<typeof costSchema>;

/** How long the SHA-256 of bytes in memory takes, in milliseconds. */
function measureHashing(bytes: number): number {
  const chunk = Buffer.alloc(megabyte, 'x');
  const hash = createHash('sha256');
  const start = performance.now();
  for (let done = 0; done < bytes; done += chunk.length) hash.update(chunk);
  return performance.now() - start;
}

/** Attaches one file by `vault.pick` to a new article. Runs in a process of its own and prints the cost. */
export async function attachOnce(folder: string, path: string): Promise<void> {
  const platform = createPlainPlatform(folder);
  const core = createCore(
    { ...platform, dialogs: { ...refusingDialogs, attachFiles: async () => [path] } },
    { isTrusted: () => true },
  );
  const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };
  const client = createClient({
    call: (name, input) => core.dispatch(sender, name, input),
    listen: () => () => undefined,
  });
  const made = await client.call('article.create', sampleProposal());
  if (!made.ok) throw new Error(made.error.message);
  const { articleId } = made.value;
  await client.call('review.open', { articleId });
  const start = performance.now();
  const picked = await client.call('vault.pick', { taskId: 'bench', articleId });
  const milliseconds = performance.now() - start;
  const file = picked.ok ? picked.value?.files[0] : undefined;
  if (!file) throw new Error(JSON.stringify(picked));
  const mostMemory = process.resourceUsage().maxRSS * 1024;
  console.log(
    JSON.stringify({ milliseconds, hashing: measureHashing(fileBytes), mostMemory, sha256: file.sha256 }),
  );
}

/** Runs a program. Resolves to what it printed to stdout. */
async function runProgram(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return text;
}

/** Writes a file that can't be compressed. Resolves to its SHA-256. */
async function writeLarge(path: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  const chunk = Buffer.alloc(megabyte);
  for (let at = 0; at < chunk.length; at += 32)
    createHash('sha256').update(String(at)).digest().copy(chunk, at);
  for (let done = 0; done < fileBytes; done += chunk.length) {
    chunk.writeDoubleLE(done);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.sync();
  await handle.close();
  return hash.digest('hex');
}

/** The programs that run the app's code: its own runtime if there is one, and Node, which hashes with other code. */
function runtimes(): { name: string; executable: string }[] {
  const { STET_ELECTRON } = process.env;
  const node = { name: `Node ${process.versions.node}`, executable: process.execPath };
  return STET_ELECTRON ? [{ name: 'the runtime of the app', executable: STET_ELECTRON }, node] : [node];
}

/** Copies and hashes the file with the system's programs. Resolves to the time in milliseconds. */
async function copyAndHash(large: string, copy: string): Promise<number> {
  await runProgram('sync', []);
  const start = performance.now();
  await runProgram('cp', [large, copy]);
  await runProgram('sha256sum', [large]);
  const cost = performance.now() - start;
  await rm(copy);
  return cost;
}

async function attachWith(runtime: string, library: string, large: string): Promise<Cost> {
  await runProgram('sync', []);
  const bench = JSON.stringify(import.meta.url);
  const program = `import(${bench}).then((bench) => bench.attachOnce(...process.argv.slice(1)))`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const cost = costSchema.parse(JSON.parse(await runProgram(runtime, ['-e', program, library, large], env)));
  await rm(library, { recursive: true });
  return cost;
}

/**
 * Compares attaching a file of 1 GB, in a process of its own, with `cp` and `sha256sum` of the same file. Attaching syncs to
 * the disk, `cp` does not; before each run the disk is synced.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const large = join(folder, 'large.bin');
    const sum = await writeLarge(large);
    const plain: number[] = [];
    const measured = runtimes().map((runtime) => ({ ...runtime, costs: [] as Cost[] }));
    // The first round warms up.
    for (let round = -1; round < rounds; round += 1) {
      const cost = await copyAndHash(large, join(folder, 'copy.bin'));
      if (round >= 0) plain.push(cost);
      for (const { executable, costs } of measured) {
        const attached = await attachWith(executable, join(folder, 'library'), large);
        if (attached.sha256 !== sum) throw new Error('the file was not stored unchanged');
        if (round >= 0) costs.push(attached);
      }
    }
    print(`Attaching a file of 1 GB: dialog, dispatcher, vault, disk (medians of ${rounds}, in turn)`);
    row(print, 'cp and sha256sum of it, not synced', `${median(plain).toFixed(0)} ms`, '');
    for (const { name, costs } of measured) report(print, name, costs, median(plain));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(print: (line: string) => void, name: string, costs: readonly Cost[], plain: number): void {
  const attaching = median(costs.map(({ milliseconds }) => milliseconds));
  const hashing = median(costs.map((cost) => cost.hashing));
  const memory = Math.max(...costs.map(({ mostMemory }) => mostMemory)) / megabyte;
  const times = `${(attaching / plain).toFixed(2)} x both (at most ${maxRatio})`;
  row(print, `vault.pick in ${name}: hashed, synced and named`, `${attaching.toFixed(0)} ms`, times);
  row(print, '  SHA-256 of as many bytes in memory, in this runtime', `${hashing.toFixed(0)} ms`, '');
  row(print, '  peak memory, including the runtime', `${memory.toFixed(0)} MB`, `(at most ${maxMemoryMb})`);
}

function row(print: (line: string) => void, what: string, figure: string, bound: string): void {
  print(`  ${what.padEnd(66)} ${figure.padStart(8)}   ${bound}`);
}

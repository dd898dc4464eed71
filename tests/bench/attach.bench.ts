import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createCore } from '../../main/core/core';
import { createClient } from '../../shared/contract/client';
import { plainOutside, refusingDialogs } from '../unit/main/support/plain-outside';
import { sampleProposal } from '../unit/main/support/sample';
import { median } from './measure';

const rounds = 5;
const megabyte = 1024 * 1024;
const fileBytes = 1024 * megabyte;
const mostTimes = 1.5;
const mostMegabytes = 200;

/**
 * What one attaching cost: milliseconds, of them `hashing` for the sum alone as this runtime works it out, and the most
 * memory in bytes that the process ever held.
 */
const costSchema = z.object({
  milliseconds: z.number(),
  hashing: z.number(),
  mostMemory: z.number(),
  sha256: z.string(),
});

type Cost = z.infer<typeof costSchema>;

/** Milliseconds for the SHA-256 of so many bytes in memory. */
function hashingTime(bytes: number): number {
  const piece = Buffer.alloc(megabyte, 'x');
  const hash = createHash('sha256');
  const start = performance.now();
  for (let done = 0; done < bytes; done += piece.length) hash.update(piece);
  return performance.now() - start;
}

/** Attaches one file by `vault.pick` to a new article; to be called in a process of its own, which tells its cost. */
export async function attachOnce(folder: string, path: string): Promise<void> {
  const outside = plainOutside(folder);
  const core = createCore(
    { ...outside, dialogs: { ...refusingDialogs, attachFiles: async () => [path] } },
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
    JSON.stringify({ milliseconds, hashing: hashingTime(fileBytes), mostMemory, sha256: file.sha256 }),
  );
}

/** Runs a program to its end: what it told on stdout. */
async function told(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return text;
}

/** Writes a file whose content can't be guessed or compressed; its sum. */
async function writeLarge(path: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  const piece = Buffer.alloc(megabyte);
  for (let at = 0; at < piece.length; at += 32)
    createHash('sha256').update(String(at)).digest().copy(piece, at);
  for (let done = 0; done < fileBytes; done += piece.length) {
    piece.writeDoubleLE(done);
    hash.update(piece);
    await handle.writeFile(piece);
  }
  await handle.sync();
  await handle.close();
  return hash.digest('hex');
}

/** The programs that run the app's own code: its runtime when there is one, and Node, whose hash is another. */
function runtimes(): { name: string; executable: string }[] {
  const { STET_ELECTRON } = process.env;
  const node = { name: `Node ${process.versions.node}`, executable: process.execPath };
  return STET_ELECTRON ? [{ name: 'the runtime of the app', executable: STET_ELECTRON }, node] : [node];
}

/** Copies and hashes the file by the system's own programs; milliseconds. */
async function copyAndSum(large: string, copy: string): Promise<number> {
  await told('sync', []);
  const start = performance.now();
  await told('cp', [large, copy]);
  await told('sha256sum', [large]);
  const cost = performance.now() - start;
  await rm(copy);
  return cost;
}

async function attachWith(runtime: string, library: string, large: string): Promise<Cost> {
  await told('sync', []);
  const bench = JSON.stringify(import.meta.url);
  const program = `import(${bench}).then((bench) => bench.attachOnce(...process.argv.slice(1)))`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const cost = costSchema.parse(JSON.parse(await told(runtime, ['-e', program, library, large], env)));
  await rm(library, { recursive: true });
  return cost;
}

/**
 * Measures attaching a file of 1 GB, in a process of its own, against `cp` and `sha256sum` of the same file, in turn.
 * Attaching syncs to the disk, `cp` does not; each begins with nothing waiting to be written.
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
      const cost = await copyAndSum(large, join(folder, 'copy.bin'));
      if (round >= 0) plain.push(cost);
      for (const { executable, costs } of measured) {
        const attached = await attachWith(executable, join(folder, 'library'), large);
        if (attached.sha256 !== sum) throw new Error('the file was not kept as it is');
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
  const times = `${(attaching / plain).toFixed(2)} x both (at most ${mostTimes})`;
  row(print, `vault.pick in ${name}: hashed, synced and named`, `${attaching.toFixed(0)} ms`, times);
  row(print, '  SHA-256 of as much in memory, as it does it', `${hashing.toFixed(0)} ms`, '');
  row(
    print,
    '  most memory, the runtime itself and all',
    `${memory.toFixed(0)} MB`,
    `(at most ${mostMegabytes})`,
  );
}

function row(print: (line: string) => void, what: string, figure: string, bound: string): void {
  print(`  ${what.padEnd(66)} ${figure.padStart(8)}   ${bound}`);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createPlainPlatform, refusingDialogs } from '../unit/main/support/plain-platform.ts';
import { sampleProposal } from '../unit/main/support/sample.ts';
import { createCoreClient, runProgram } from './support/create-core-client.ts';
import { median, type Print } from './support/report-metrics.ts';

const megabyte = 1024 * 1024;
const fileBytes = 1024 * megabyte;

/** Writes a file that can't be compressed. Resolves to its SHA-256. */
async function writeLargeFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx');
  const chunk = Buffer.alloc(megabyte);
  for (let offset = 0; offset < chunk.length; offset += 32)
    createHash('sha256').update(String(offset)).digest().copy(chunk, offset);
  for (let written = 0; written < fileBytes; written += chunk.length) {
    chunk.writeDoubleLE(written);
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  await handle.sync();
  await handle.close();
  return hash.digest('hex');
}

/** Copies and hashes a file with the system's programs. Resolves to the duration in milliseconds. */
async function copyAndHash(path: string, copy: string): Promise<number> {
  await runProgram('sync', []);
  const start = performance.now();
  await runProgram('cp', [path, copy]);
  await runProgram('sha256sum', [path]);
  const durationMs = performance.now() - start;
  await rm(copy);
  return durationMs;
}

/** How long the SHA-256 of bytes in memory takes, in milliseconds. */
function measureHashing(bytes: number): number {
  const chunk = Buffer.alloc(megabyte, 'x');
  const hash = createHash('sha256');
  const start = performance.now();
  for (let done = 0; done < bytes; done += chunk.length) hash.update(chunk);
  return performance.now() - start;
}

/** The peak memory of this process, in bytes. On Linux, `resourceUsage` counts that of the process that started it as well. */
function measurePeakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('the system does not say how much memory this process had');
  return Number(kilobytes) * 1024;
}

const rounds = 5;
const maxRatio = 1.5;
const maxMemoryMb = 200;

/** The cost of attaching one file. */
const costSchema = z.object({
  durationMs: z.number(),
  /** How long this runtime needs for the SHA-256 alone. */
  hashingMs: z.number(),
  /** The peak memory of the process. */
  maxMemoryBytes: z.number(),
  sha256: z.string(),
});

type Cost = z.infer<typeof costSchema>;

/**
 * Compares attaching a file of 1 GB, in a process of its own, with `cp` and `sha256sum` of the same file. Attaching syncs to
 * the disk, `cp` does not; before each run the disk is synced.
 */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const path = join(folder, 'large.bin');
    const sha256 = await writeLargeFile(path);
    const baselineTimes: number[] = [];
    const measured = listRuntimes().map((runtime) => ({ ...runtime, costs: [] as Cost[] }));
    // The first round warms up.
    for (let round = -1; round < rounds; round += 1) {
      const baselineMs = await copyAndHash(path, join(folder, 'copy.bin'));
      if (round >= 0) baselineTimes.push(baselineMs);
      for (const { executable, costs } of measured) {
        const cost = await attachInProcess(executable, join(folder, 'library'), path);
        if (cost.sha256 !== sha256) throw new Error('the file was not stored unchanged');
        if (round >= 0) costs.push(cost);
      }
    }
    print(`Attaching a file of 1 GB: dialog, dispatcher, vault, disk (medians of ${rounds}, by turns)`);
    const baselineMs = median(baselineTimes);
    printRow(print, 'cp and sha256sum of it, not synced', `${baselineMs.toFixed(0)} ms`, '');
    for (const { name, costs } of measured) report(print, name, costs, baselineMs);
    if (process.env.STET_ELECTRON) reportMain(print, await measureMain(join(folder, 'userData'), path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The programs that run the app's code: its own runtime if there is one, and Node, which has another implementation of SHA-256. */
function listRuntimes(): { name: string; executable: string }[] {
  const { STET_ELECTRON } = process.env;
  const node = { name: `Node ${process.versions.node}`, executable: process.execPath };
  return STET_ELECTRON ? [{ name: 'the runtime of the app', executable: STET_ELECTRON }, node] : [node];
}

/** Calls `attachOnce` of this file in a new process. */
async function attachInProcess(executable: string, libraryFolder: string, path: string): Promise<Cost> {
  await runProgram('sync', []);
  const bench = JSON.stringify(import.meta.url);
  const program = `import(${bench}).then((bench) => bench.attachOnce(...process.argv.slice(1)))`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const output = await runProgram(executable, ['-e', program, libraryFolder, path], env);
  await rm(libraryFolder, { recursive: true });
  return costSchema.parse(JSON.parse(output));
}

/** Attaches one file by `vault.pick` to a new article. Runs in a process of its own and prints the cost. */
export async function attachOnce(libraryFolder: string, path: string): Promise<void> {
  const dialogs = { ...refusingDialogs, attachFiles: async () => [path] };
  const { core, client, createArticle } = createCoreClient({
    ...createPlainPlatform(libraryFolder),
    dialogs,
  });
  const { articleId } = await createArticle(sampleProposal());
  await client.call('review.open', { articleId });
  const start = performance.now();
  const picked = await client.call('vault.pick', { taskId: 'bench', articleId });
  const durationMs = performance.now() - start;
  const file = picked.ok ? picked.value?.files[0] : undefined;
  if (!file) throw new Error(JSON.stringify(picked));
  const maxMemoryBytes = measurePeakMemory();
  const cost: Cost = {
    durationMs,
    hashingMs: measureHashing(fileBytes),
    maxMemoryBytes,
    sha256: file.sha256,
  };
  console.log(JSON.stringify(cost));
  // The library's lock would keep this process alive.
  await core.close();
}

function report(print: Print, runtime: string, costs: readonly Cost[], baselineMs: number): void {
  const durationMs = median(costs.map((cost) => cost.durationMs));
  const hashingMs = median(costs.map((cost) => cost.hashingMs));
  const memoryMb = Math.max(...costs.map(({ maxMemoryBytes }) => maxMemoryBytes)) / megabyte;
  const ratio = `${(durationMs / baselineMs).toFixed(2)} x both (at most ${maxRatio})`;
  printRow(print, `vault.pick in ${runtime}: hashed, synced and named`, `${durationMs.toFixed(0)} ms`, ratio);
  printRow(print, '  SHA-256 of as many bytes in memory, in this runtime', `${hashingMs.toFixed(0)} ms`, '');
  printRow(
    print,
    '  peak memory, including the runtime',
    `${memoryMb.toFixed(0)} MB`,
    `(at most ${maxMemoryMb})`,
  );
}

const mainMemorySchema = z.object({
  idleMb: z.number(),
  sharedMb: z.number(),
  pickMb: z.number(),
  sendMb: z.number(),
});

/** Attaches the file in the main process of the built app: from a dialog, and as a drop that the window sends. */
async function measureMain(userData: string, path: string) {
  const probe = join(process.cwd(), 'tests/bench/attach/probe.cjs');
  const args = ['-r', probe, process.cwd(), '--no-sandbox', `--user-data-dir=${userData}`];
  const env = { ...process.env, STET_BENCH_FILE: path, STET_BENCH_BYTES: String(fileBytes) };
  return mainMemorySchema.parse(JSON.parse(await runProgram(process.env.STET_ELECTRON ?? '', args, env)));
}

function reportMain(print: Print, { idleMb, sharedMb, pickMb, sendMb }: z.infer<typeof mainMemorySchema>) {
  const format = (megabytes: number) => `${megabytes.toFixed(0)} MB`;
  const bound = `(at most ${maxMemoryMb})`;
  printRow(print, 'main of the app, idle', format(idleMb), `${format(sharedMb)} of it Chromium's own files`);
  printRow(print, '  peak while attaching from a dialog', format(pickMb), bound);
  printRow(print, '  peak while attaching what the window sends', format(sendMb), bound);
}

function printRow(print: Print, what: string, value: string, comparison: string): void {
  print(`  ${what.padEnd(66)} ${value.padStart(8)}   ${comparison}`);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { runProgram } from './run-program';

export const megabyte = 1024 * 1024;
export const fileBytes = 1024 * megabyte;

/** Writes a file that can't be compressed. Resolves to its SHA-256. */
export async function writeLargeFile(path: string): Promise<string> {
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
export async function copyAndHash(path: string, copy: string): Promise<number> {
  await runProgram('sync', []);
  const start = performance.now();
  await runProgram('cp', [path, copy]);
  await runProgram('sha256sum', [path]);
  const durationMs = performance.now() - start;
  await rm(copy);
  return durationMs;
}

/** How long the SHA-256 of bytes in memory takes, in milliseconds. */
export function measureHashing(bytes: number): number {
  const chunk = Buffer.alloc(megabyte, 'x');
  const hash = createHash('sha256');
  const start = performance.now();
  for (let done = 0; done < bytes; done += chunk.length) hash.update(chunk);
  return performance.now() - start;
}

/** The peak memory of this process, in bytes. On Linux, `resourceUsage` counts that of the process that started it as well. */
export function measurePeakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('the system does not say how much memory this process had');
  return Number(kilobytes) * 1024;
}

import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const sharedMemory = '/dev/shm';

/** Whether this machine has a second file system that anybody may write to. Linux has one in memory. */
export const hasOtherDisk =
  statSync(sharedMemory, { throwIfNoEntry: false })?.isDirectory() === true &&
  statSync(sharedMemory).dev !== statSync(tmpdir()).dev;

/** Creates a folder on another file system for one test. It is removed after the test. */
export async function otherDiskFolder(): Promise<string> {
  const folder = await mkdtemp(join(sharedMemory, 'stet-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

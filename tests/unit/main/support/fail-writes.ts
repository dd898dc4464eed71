import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { onTestFinished, vi } from 'vitest';

/**
 * Lets a write to an open file fail as on a full disk, counted from 1, and all that follow, until the returned function is called,
 * at the latest until the end of the test. That function returns how many writes there were.
 */
export async function failWrites(from: number): Promise<() => number> {
  const folder = await open(tmpdir(), 'r');
  const prototype: FileHandle = Object.getPrototypeOf(folder);
  await folder.close();
  let count = 0;
  const fail = (method: 'write' | 'writeFile') => {
    const original = prototype[method];
    return vi.spyOn(prototype, method).mockImplementation(function (this: FileHandle, ...args: unknown[]) {
      count += 1;
      if (count >= from)
        return Promise.reject(Object.assign(new Error('ENOSPC: refused by the test'), { code: 'ENOSPC' }));
      return Reflect.apply(original, this, args);
    });
  };
  const spies = [fail('write'), fail('writeFile')];
  const restore = () => {
    for (const spy of spies) spy.mockRestore();
    return count;
  };
  onTestFinished(() => void restore());
  return restore;
}

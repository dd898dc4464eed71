import { expect } from 'vitest';
import type { System } from '#main/base/system.ts';
import { settleLocation } from '#main/storage/computer/settle-location.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';

/** Settles the place of a library as the next start does, which has nothing to report. */
export async function settleQuietly(
  userDataFolder: string,
  libraryFolder: string,
  platform: Pick<System, 'now' | 'log' | 'schedule'>,
): Promise<void> {
  const emit = (event: unknown) => expect(event).toBe(null);
  await settleLocation(
    { ...platform, userDataFolder, libraryFolder, emit },
    {
      access: alwaysWritable,
      isAccepted: true,
      lockFormer: async () => ({ ...alwaysWritable, close: async () => undefined }),
      signal: new AbortController().signal,
    },
  );
}

import { expect } from 'vitest';
import { settleLocation } from '../../../../../main/core/storage/location/settle-location';
import { alwaysWritable } from '../../../../../main/core/storage/lock/write-access';
import type { System } from '../../../../../main/core/system';

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

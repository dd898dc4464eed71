import { expect } from 'vitest';
import type { Platform } from '../../../../../main/core/platform';
import { alwaysWritable } from '../../../../../main/core/storage/lock/write-access';
import { settlePlace } from '../../../../../main/core/storage/place/settle-place';

/** Settles the place of a library as the next start does, which has nothing to report. */
export async function settleQuietly(
  userDataFolder: string,
  libraryFolder: string,
  platform: Pick<Platform, 'now' | 'log' | 'schedule'>,
): Promise<void> {
  const emit = (event: unknown) => expect(event).toBe(null);
  await settlePlace(
    { ...platform, userDataFolder, libraryFolder, emit },
    {
      access: alwaysWritable,
      isAccepted: true,
      lockFormer: async () => ({ ...alwaysWritable, close: async () => undefined }),
      signal: new AbortController().signal,
    },
  );
}

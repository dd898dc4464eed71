import { join } from 'node:path';
import { openSettingsStore } from '../../../../main/core/storage/library/settings-store';

/** Stores the reviewer's name as the app does. */
export async function storeReviewerName(userData: string, reviewer: string): Promise<void> {
  const settings = await openSettingsStore({
    libraryFolder: join(userData, 'library'),
    now: () => new Date(),
    log: console,
  });
  await settings.change({ reviewer });
}

import { join } from 'node:path';
import { openSettings } from '../../../main/core/storage/library/settings-store';

/** Stores the reviewer's name as the app does. */
export async function nameReviewer(userData: string, reviewer: string): Promise<void> {
  const settings = await openSettings({ folder: join(userData, 'library'), now: () => new Date() });
  await settings.change({ reviewer });
}

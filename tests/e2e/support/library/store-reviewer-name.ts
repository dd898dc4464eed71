import { openSettingsStore } from '../../../../main/core/storage/settings/settings-store';

/** Stores the reviewer's name as the app does. */
export async function storeReviewerName(userDataFolder: string, reviewer: string): Promise<void> {
  const settings = await openSettingsStore({ userDataFolder, now: () => new Date(), log: console });
  await settings.change({ reviewer });
}

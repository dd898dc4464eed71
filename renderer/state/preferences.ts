import { create } from 'zustand';
import { defaultSettings, type Preferences } from '../../shared/domain/settings';
import { client } from './client';
import { say, settleProblems } from './notices';
import { createOptimisticUpdate } from './optimistic-update';

const { lastFolder: _, ...fresh } = defaultSettings;

export const usePreferences = create<Preferences>()(() => fresh);

export async function loadPreferences(): Promise<void> {
  const answer = await client.call('settings.get', null);
  if (answer.ok) usePreferences.setState(answer.value);
  else say(answer.error.message, 'settings');
}

/** Shows a change at once. If main can't store it, takes it back and shows the error. */
export const changePreferences = createOptimisticUpdate<Preferences>(usePreferences, async (change) => {
  settleProblems('settings');
  const answer = await client.call('settings.change', change);
  if (answer.ok) return answer.value;
  say(answer.error.message, 'settings');
  return null;
});

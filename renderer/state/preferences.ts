import { create } from 'zustand';
import { defaultPreferences, type Preferences } from '../../shared/domain/settings';
import { client } from './client';
import { clearErrors, showError } from './notices';
import { createOptimisticUpdate } from './optimistic-update';

export const usePreferences = create<Preferences>()(() => defaultPreferences);

export async function loadPreferences(): Promise<void> {
  const answer = await client.call('settings.get', null);
  if (answer.ok) usePreferences.setState(answer.value);
  else showError(answer.error.message, 'settings');
}

/** Shows an update at once. When main can't store it, reverts it and shows the error. */
export const updatePreferences = createOptimisticUpdate<Preferences>(usePreferences, async (part) => {
  clearErrors('settings');
  const answer = await client.call('settings.change', part);
  if (answer.ok) return answer.value;
  showError(answer.error.message, 'settings');
  return null;
});

import { create } from 'zustand';
import { defaultSettings, type Preferences } from '../../shared/domain/settings';
import { client } from './client';
import { say, settleProblems } from './notices';

const { lastFolder: _, ...fresh } = defaultSettings;

export const usePreferences = create<Preferences>()(() => fresh);

export async function loadPreferences(): Promise<void> {
  const answer = await client.call('settings.get', null);
  if (answer.ok) usePreferences.setState(answer.value);
  else say(answer.error.message, 'settings');
}

/** Shown at once; what could not be stored is said, and taken back. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const before = usePreferences.getState();
  usePreferences.setState(change);
  settleProblems('settings');
  const answer = await client.call('settings.change', change);
  usePreferences.setState(answer.ok ? answer.value : before);
  if (!answer.ok) say(answer.error.message, 'settings');
}

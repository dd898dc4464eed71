import { create } from 'zustand';
import { defaultSettings, type Preferences } from '../../shared/domain/settings';
import { client } from './client';
import { say } from './notices';

const { reviewer, theme, letterKeys } = defaultSettings;

export const usePreferences = create<Preferences>()(() => ({ reviewer, theme, letterKeys }));

export async function loadPreferences(): Promise<void> {
  const answer = await client.call('settings.get', null);
  if (answer.ok) usePreferences.setState(answer.value);
  else say(answer.error.message);
}

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const answer = await client.call('settings.change', change);
  if (answer.ok) usePreferences.setState(answer.value);
  else say(answer.error.message);
}

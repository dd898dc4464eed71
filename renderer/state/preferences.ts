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

/** What is stored, as far as main has answered, and how many changes it has not answered yet. */
let stored: Preferences = fresh;
let unanswered = 0;

/** Shown at once; what could not be stored is said, and taken back. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  if (unanswered === 0) stored = usePreferences.getState();
  unanswered += 1;
  usePreferences.setState(change);
  settleProblems('settings');
  const answer = await client.call('settings.change', change);
  unanswered -= 1;
  if (answer.ok) stored = answer.value;
  else say(answer.error.message, 'settings');
  // An answer to one change does not have the changes made since; shown, it would take them back for a moment.
  if (unanswered === 0) usePreferences.setState(stored);
}

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

/** The preferences as main last reported them stored. */
let stored: Preferences = fresh;

/** The number of changes that main has not answered yet. */
let unanswered = 0;

/** Shows a change at once. If main can't store it, takes it back and shows the error. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  if (unanswered === 0) stored = usePreferences.getState();
  unanswered += 1;
  usePreferences.setState(change);
  settleProblems('settings');
  const answer = await client.call('settings.change', change);
  unanswered -= 1;
  if (answer.ok) stored = answer.value;
  else say(answer.error.message, 'settings');
  // While newer changes are unanswered, this answer lacks them, and showing it would undo them for a moment.
  if (unanswered === 0) usePreferences.setState(stored);
}

import type { AppEvent } from '../../../shared/contract/events';
import type { Settings } from '../../../shared/domain/settings';
import { problemEvent } from '../errors/problem-event';
import type { Log } from '../platform';
import type { SettingsStore } from '../storage/library/settings-store';

/** Stores a theme that was chosen in the menu bar; resolves to the event for the window. Never rejects. */
export async function chooseTheme(
  theme: Settings['theme'],
  { store, log }: { store: SettingsStore; log: Log },
): Promise<AppEvent> {
  try {
    await store.change({ theme });
    return { type: 'themeChosen', theme };
  } catch (error) {
    return problemEvent(error, 'The theme could not be stored. It is as it was.', log);
  }
}

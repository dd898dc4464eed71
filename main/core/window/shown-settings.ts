import equal from 'fast-deep-equal';
import { createProblemEvent } from '#main/base/stet-error.ts';
import type { Log } from '#main/base/system.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';

export type Theme = Settings['theme'];

/**
 * Stores a theme that was chosen in the menu bar and notifies the window. Resolves to the theme to show: the old one when the
 * new one could not be stored. Never rejects.
 */
export async function chooseTheme(
  theme: Theme,
  store: SettingsStore,
  { log, emit }: { log: Log; emit(event: AppEvent): void },
): Promise<Theme> {
  try {
    await store.change({ theme });
    emit({ type: 'themeChosen', theme });
  } catch (error) {
    emit(createProblemEvent(error, 'The theme could not be stored. It is as it was.', log));
  }
  return store.current().theme;
}

export type ShownSettings = Pick<Settings, 'theme' | 'keys' | 'letterKeys'>;

export function pickShownSettings({ theme, keys, letterKeys }: Settings): ShownSettings {
  return { theme, keys, letterKeys };
}

export function isShownDifferently(before: Settings, after: Settings): boolean {
  return !equal(pickShownSettings(before), pickShownSettings(after));
}

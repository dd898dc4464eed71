import type { Settings } from '../../../shared/domain/settings';
import { createProblemEvent } from '../errors/stet-error';
import type { Platform } from '../platform';
import type { SettingsStore } from '../storage/settings/settings-store';

export type Theme = Settings['theme'];

/**
 * Stores a theme that was chosen in the menu bar and notifies the window. Resolves to the theme to show: the old one when the
 * new one could not be stored. Never rejects.
 */
export async function chooseTheme(
  theme: Theme,
  store: SettingsStore,
  { log, emit }: Pick<Platform, 'log' | 'emit'>,
): Promise<Theme> {
  try {
    await store.change({ theme });
    emit({ type: 'themeChosen', theme });
  } catch (error) {
    emit(createProblemEvent(error, 'The theme could not be stored. It is as it was.', log));
  }
  return store.current().theme;
}

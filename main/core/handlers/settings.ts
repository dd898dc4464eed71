import type { Preferences, Settings } from '../../../shared/domain/settings';
import type { HandlerContext, HandlersOf } from './context';

/** The settings without those that the window must not know: it never gets a path. */
function toPreferences({ lastFolder: _, ...preferences }: Settings): Preferences {
  return preferences;
}

export function createSettingsHandlers({ platform, settings }: HandlerContext): HandlersOf<'settings'> {
  return {
    'settings.get': async () => toPreferences((await settings()).current()),
    'settings.change': async (changed) => {
      const store = await settings();
      const before = store.current().theme;
      const after = await store.change(changed);
      if (after.theme !== before) platform.applyTheme(after.theme);
      return toPreferences(after);
    },
  };
}

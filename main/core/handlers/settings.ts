import type { Preferences, Settings } from '../../../shared/domain/settings';
import type { HandlerContext, HandlersOf } from './context';

/** What the window may know: no path ever goes there. */
function preferences({ lastFolder: _, ...known }: Settings): Preferences {
  return known;
}

export function settingsHandlers({ outside, settings }: HandlerContext): HandlersOf<'settings'> {
  return {
    'settings.get': async () => preferences((await settings()).current()),
    'settings.change': async (changed) => {
      const store = await settings();
      const before = store.current().theme;
      const after = await store.change(changed);
      if (after.theme !== before) outside.themeChanged(after.theme);
      return preferences(after);
    },
  };
}

import { z } from 'zod';
import { type Preferences, preferencesSchema, type Settings } from '../../../shared/domain/settings';
import type { HandlerContext, HandlersOf } from './context';

const shownSchema = z.object(preferencesSchema.shape);

/** The settings that the window may know: it never gets a path, nor a setting of a newer Stet. */
function toPreferences(settings: Settings): Preferences {
  return shownSchema.parse(settings);
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

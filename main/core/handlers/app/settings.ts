import { z } from 'zod';
import { type Preferences, preferencesSchema, type Settings } from '../../../../shared/domain/settings';
import { isShownDifferently, pickShownSettings } from '../../window/shown-settings';
import type { HandlerContext, HandlersOf } from '../context';

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
      const before = store.current();
      const after = await store.change(changed);
      if (isShownDifferently(before, after)) platform.applySettings(pickShownSettings(after));
      return toPreferences(after);
    },
  };
}

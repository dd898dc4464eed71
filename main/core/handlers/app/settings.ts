import { isShownDifferently, pickShownSettings } from '../../window/shown-settings';
import type { HandlerContext, HandlersOf } from '../context';
import { toPreferences } from '../start';

export function createSettingsHandlers({ platform, settings }: HandlerContext): HandlersOf<'settings'> {
  return {
    'settings.change': async (changed) => {
      const store = await settings();
      const before = store.current();
      const after = await store.change(changed);
      if (isShownDifferently(before, after)) platform.applySettings(pickShownSettings(after));
      return toPreferences(after);
    },
  };
}

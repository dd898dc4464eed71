import equal from 'fast-deep-equal';
import type { Settings } from '../../../shared/domain/settings';

/** The settings that the menu bar and the system's dialogs show. */
export type ShownSettings = Pick<Settings, 'theme' | 'keys' | 'letterKeys'>;

export function pickShownSettings({ theme, keys, letterKeys }: Settings): ShownSettings {
  return { theme, keys, letterKeys };
}

/** Whether a change of the settings has to be shown. */
export function isShownDifferently(before: Settings, after: Settings): boolean {
  return !equal(pickShownSettings(before), pickShownSettings(after));
}

import { settingLabels } from '../../../../shared/domain/stored-settings';

/** The message about settings that could not be used. `paths` are those of `readSettings`, at least one. */
export function describeUnusableSettings(paths: readonly string[]): string {
  const labels = paths.map((path) => settingLabels.get(path) ?? path).join(', ');
  return `Some settings could not be read and are as at first: ${labels}. All others are kept. Set them again in Settings.`;
}

/** The message about settings of an earlier version that could not be taken over. */
export function describeLostSettings(why: string): string {
  return `The settings of an earlier version (settings.json in the library) could not be taken over: ${why}. The file is left as it is. The usual settings are used.`;
}

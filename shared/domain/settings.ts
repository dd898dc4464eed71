import { z } from 'zod';
import { lineSchema } from './primitives';
import { defaultReportChoices, reportChoicesSchema } from './report-options';

export const themes = ['system', 'light', 'dark'] as const;

/** The words for each, in the menu bar and in the settings. */
export const themeNames: Record<(typeof themes)[number], string> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

export const settingsSchema = z.strictObject({
  /** The reviewer's name, as it stands in history and reports; null until given. */
  reviewer: lineSchema,
  theme: z.enum(themes),
  /** Whether single letters act (WCAG 2.1.4 wants them switchable); keys with Ctrl always do. */
  letterKeys: z.boolean(),
  /** What was chosen for the last report. */
  report: reportChoicesSchema,
  /** Folder of the last file opened or saved; null at first. Kept by main, never sent on. */
  lastFolder: z.string().nullable(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  reviewer: null,
  theme: 'system',
  letterKeys: true,
  report: defaultReportChoices,
  lastFolder: null,
};

/**
 * Settings as they are read from the disk. An earlier version wrote fewer: of each part of the settings, what is missing has
 * its default.
 */
export const storedSettingsSchema: z.ZodType<Settings> = z.preprocess(
  (stored) => overDefaults(stored, defaultSettings),
  settingsSchema,
);

/** The stored values, and the defaults for what is not there, at every depth. */
function overDefaults(stored: unknown, defaults: unknown): unknown {
  if (stored === undefined) return defaults;
  if (!isFields(stored) || !isFields(defaults)) return stored;
  const missing = Object.entries(defaults).map(([key, value]) => [key, overDefaults(stored[key], value)]);
  return { ...stored, ...Object.fromEntries(missing) };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the window sees and may change. */
export const preferencesSchema = settingsSchema.omit({ lastFolder: true });

export type Preferences = z.infer<typeof preferencesSchema>;

import { z } from 'zod';
import { pickProperty } from '../text/sequences/records';
import { storedObject } from '../text/stored-object';
import { claimReviewSettingsSchema, defaultClaimReviewSettings } from './claim-review-settings';
import { idSchema, lineSchema, sha256Schema, titleSchema } from './primitives';
import { defaultReportChoices, rememberedChoicesSchema } from './report-options';

export const themes = ['system', 'light', 'dark'] as const;

/** The name of each theme in the menu bar and in the settings. */
export const themeLabels: Record<(typeof themes)[number], string> = {
  system: 'Same as system',
  light: 'Light',
  dark: 'Dark',
};

/** Names of commenters that are remembered. */
export const maxCommenters = 2_000;

/** The two looks at colour: claims in the text are coloured by their verdict or by their source. */
export const claimColorings = ['verdict', 'source'] as const;

export type ClaimColoring = (typeof claimColorings)[number];

/** Most keys that one command can have, and the length of their names in UTF-16 code units. */
export const maxKeysOfCommand = 4;
const maxKeyLength = 40;

/** Most commands whose keys are stored. */
const maxCommands = 500;

/** Articles whose choices for reports are remembered. */
export const maxRememberedReports = 1_000;

/** Files that one report may consist of. */
const maxReportFiles = 10;

/** A file of a report: its absolute path, and the SHA-256 of what was written, in hexadecimal digits. */
const writtenFileSchema = storedObject({ path: z.string(), sha256: sha256Schema });

export type WrittenFile = z.infer<typeof writtenFileSchema>;

interface Setting<S extends z.ZodType> {
  schema: S;
  /** As at first. */
  usual: z.output<S>;
}

/** A setting. `label` names it in a message. */
function setting<S extends z.ZodType>(label: string, schema: S, usual: z.output<S>): Setting<S> {
  return { schema: schema.describe(label), usual };
}

/** The settings that the window sees and may change. The settings dialog has a field for each, or says where else it is set. */
const preferences = {
  /** The reviewer's name, which is written to histories and signs verdicts; null until it is set. */
  reviewer: setting('your name', lineSchema, null),
  /** Whether the reviewer answered the question for the name that the first unsigned verdict asks. */
  askedForName: setting('whether you were asked for your name', z.boolean(), false),
  theme: setting('the theme', z.enum(themes), 'system'),
  /** Whether single-letter shortcuts are enabled (WCAG 2.1.4 requires a switch). Shortcuts with Ctrl always are. */
  letterKeys: setting('single-letter shortcuts', z.boolean(), true),
  /** The keys that the reviewer chose. A command that is not named has its usual keys, one with an empty list has none. */
  keys: setting(
    'your keyboard shortcuts',
    z
      .array(
        storedObject({
          command: z.string().max(maxKeyLength),
          /** Such as `v` or `ctrl+shift+e`. */
          keys: z.array(z.string().max(maxKeyLength)).max(maxKeysOfCommand),
        }),
      )
      .max(maxCommands),
    [],
  ),
  /** Whether spans worth checking are underlined and listed, and counted by coverage. */
  spotting: setting('whether words worth checking are underlined', z.boolean(), true),
  claimColoring: setting('what the colours of claims show', z.enum(claimColorings), 'verdict'),
  /** The choices for the last report of any article, with which a new article starts. */
  report: setting('the choices of the last report', rememberedChoicesSchema, defaultReportChoices),
  claimReview: setting('the details of ClaimReviews', claimReviewSettingsSchema, defaultClaimReviewSettings),
  /** Whose comments in imported files are the author's, and whose an editor's, by the name in the file. */
  commenters: setting(
    'whose comments are the author’s',
    z.array(storedObject({ name: titleSchema, isAuthor: z.boolean() })).max(maxCommenters),
    [],
  ),
};

/** The settings that main stores and keeps to itself. */
const settingsOfMain = {
  /**
   * The last report of each article, the latest at the end. The window asks for the choices of one article, and never learns or names
   * a path.
   */
  reports: setting(
    'the choices of the last report of each article',
    z
      .array(
        storedObject({
          articleId: idSchema,
          choices: rememberedChoicesSchema,
          /** The files of that report, the chosen one first; empty when the choices don't say everything about it. */
          files: z.array(writtenFileSchema).max(maxReportFiles),
        }),
      )
      .max(maxRememberedReports),
    [],
  ),
  /** Folder of the last file opened or saved; null at first. */
  lastFolder: setting('the last folder', z.string().nullable(), null),
  /** Folder that takes this computer's backups; null while none is chosen. Only the command for backups shows it. */
  backupFolder: setting('the folder for backups', z.string().nullable(), null),
  /**
   * The ids of the libraries that have backups in `backupFolder`, so that one which is empty is no place to begin anew: its drive
   * may not be connected.
   */
  backedUpLibraries: setting('which libraries have backups there', z.array(idSchema), []),
};

export const settingsSchema = storedObject({
  ...pickProperty(preferences, 'schema'),
  ...pickProperty(settingsOfMain, 'schema'),
});

export type Settings = z.infer<typeof settingsSchema>;

export const preferencesSchema = z.strictObject(pickProperty(preferences, 'schema'));

export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = pickProperty(preferences, 'usual');

export const defaultSettings: Settings = { ...defaultPreferences, ...pickProperty(settingsOfMain, 'usual') };

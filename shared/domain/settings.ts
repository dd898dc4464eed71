import { z } from 'zod';
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

export const settingsSchema = storedObject({
  /** The reviewer's name, which is written to histories and signs verdicts; null until it is set. */
  reviewer: lineSchema,
  /** Whether the reviewer answered the question for the name that the first unsigned verdict asks. */
  askedForName: z.boolean(),
  theme: z.enum(themes),
  /** Whether single-letter shortcuts are enabled (WCAG 2.1.4 requires a switch). Shortcuts with Ctrl always are. */
  letterKeys: z.boolean(),
  /** The keys that the reviewer chose. A command that is not named has its usual keys, one with an empty list has none. */
  keys: z
    .array(
      storedObject({
        command: z.string().max(maxKeyLength),
        /** Such as `v` or `ctrl+shift+e`. */
        keys: z.array(z.string().max(maxKeyLength)).max(maxKeysOfCommand),
      }),
    )
    .max(maxCommands),
  /** Whether spans worth checking are underlined and listed, and counted by coverage. */
  spotting: z.boolean(),
  claimColoring: z.enum(claimColorings),
  /** The choices for the last report of any article, with which a new article starts. */
  report: rememberedChoicesSchema,
  claimReview: claimReviewSettingsSchema,
  /** Whose comments in imported files are the author's, and whose an editor's, by the name in the file. */
  commenters: z.array(storedObject({ name: titleSchema, isAuthor: z.boolean() })).max(maxCommenters),
  /**
   * The last report of each article, the latest at the end. Stored by main; the window asks for the choices of one article, and
   * never learns or names a path.
   */
  reports: z
    .array(
      storedObject({
        articleId: idSchema,
        choices: rememberedChoicesSchema,
        /** The files of that report, the chosen one first; empty when the choices don't say everything about it. */
        files: z.array(writtenFileSchema).max(maxReportFiles).default([]),
      }),
    )
    .max(maxRememberedReports),
  /** Folder of the last file opened or saved; null at first. Stored by main and never sent to the window. */
  lastFolder: z.string().nullable(),
  /**
   * Folder that takes this computer's backups; null while none is chosen. Stored by main; only the command for backups shows
   * it.
   */
  backupFolder: z.string().nullable(),
  /**
   * The ids of the libraries that have backups in `backupFolder`, so that one which is empty is no place to begin anew: its drive
   * may not be connected. Null while that is not known, as an earlier version chose the folder. Stored by main alone.
   */
  backedUpLibraries: z.array(idSchema).nullable().default(null),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  reviewer: null,
  askedForName: false,
  theme: 'system',
  letterKeys: true,
  keys: [],
  spotting: true,
  claimColoring: 'verdict',
  report: defaultReportChoices,
  claimReview: defaultClaimReviewSettings,
  commenters: [],
  reports: [],
  lastFolder: null,
  backupFolder: null,
  backedUpLibraries: null,
};

/** The settings that the window sees and may change. */
export const preferencesSchema = z.strictObject(
  settingsSchema.omit({ reports: true, lastFolder: true, backupFolder: true, backedUpLibraries: true }).shape,
);

export type Preferences = z.infer<typeof preferencesSchema>;

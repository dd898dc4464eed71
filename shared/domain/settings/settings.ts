import { z } from 'zod';
import { isRecord } from '#shared/text/guards.ts';
import { createRecord, pickProperty } from '#shared/text/sequences/records.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, lineSchema, sha256Schema, titleSchema, urlSchema } from '../base/primitives.ts';
import { type JudgedVerdict, judgedVerdicts, verdictTraits } from '../base/verdict.ts';
import { defaultReportChoices, rememberedChoicesSchema } from './report-options.ts';

/** Limits of a rating, which is a number of the publisher's own scale. */
export const ratingLimits = { min: -1_000, max: 1_000 };

const ratingValueSchema = z.number().min(ratingLimits.min).max(ratingLimits.max).nullable();

const noRating = { value: null, name: null };
const noRatings = createRecord(judgedVerdicts, () => noRating);

/** How a verdict is rated: with a number, by a name such as “Mostly true”, or both. Null for the verdict's own name. */
function createRatingSchema(verdict: JudgedVerdict) {
  const label = `the rating of ${verdictTraits[verdict].claims}`;
  return storedObject({
    value: ratingValueSchema.describe(label),
    name: lineSchema.describe('the name of that rating'),
  }).describe(label);
}

/**
 * Who publishes ClaimReviews (schema.org), and the scale of the ratings. All of it is null until it is filled in. The descriptions name the
 * fields in messages about settings.
 */
const claimReviewSettingsSchema = storedObject({
  /** The name of the organization that checks. */
  organization: lineSchema.describe('your organization'),
  /** The organization's page. */
  url: urlSchema.nullable().describe('the address of your organization'),
  best: ratingValueSchema.describe('the best rating'),
  worst: ratingValueSchema.describe('the worst rating'),
  ratings: storedObject(createRecord(judgedVerdicts, createRatingSchema)).describe('the ratings'),
});

export type ClaimReviewSettings = z.infer<typeof claimReviewSettingsSchema>;

export const defaultClaimReviewSettings: ClaimReviewSettings = {
  organization: null,
  url: null,
  best: null,
  worst: null,
  ratings: noRatings,
};

/** Whether a rating lies outside of the scale, as far as both of its ends are known. */
export function isOutsideScale(
  value: number | null,
  { best, worst }: Pick<ClaimReviewSettings, 'best' | 'worst'>,
): boolean {
  return value !== null && best !== null && worst !== null && (value - best) * (value - worst) > 0;
}

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

/** The name of each setting in a message, by its path in the stored file. */
export const settingLabels = new Map(listLabels(settingsSchema, []));

function listLabels(schema: z.ZodObject, path: readonly string[]): [string, string][] {
  return Object.entries(schema.shape).flatMap(([key, field]): [string, string][] => {
    const inner = unwrapDefault(field);
    const label = z.globalRegistry.get(field)?.description;
    return [
      ...(label === undefined ? [] : [[[...path, key].join('.'), label] satisfies [string, string]]),
      ...(inner instanceof z.ZodObject ? listLabels(inner, [...path, key]) : []),
    ];
  });
}

function unwrapDefault(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodDefault ? field.unwrap() : field;
}

/** Zod would compile each schema first, which takes longer than to read the settings once. */
const parsedOnce = { jitless: true };

interface ReadSettings {
  settings: Settings;
  /** The paths of the fields that could not be used, such as `report.options.paper`. They have their defaults. */
  unusable: string[];
}

/**
 * Reads stored settings field by field, at every depth: a missing field gets its default, because an earlier version may not
 * have written it, and so does one that does not parse, without taking others with it. Never throws.
 */
export function readSettings(stored: unknown): ReadSettings {
  const unusable: string[] = [];
  const fields = readFields(settingsSchema, defaultSettings, stored, { path: [], unusable });
  return { settings: settingsSchema.parse(fields, parsedOnce), unusable };
}

interface Reading {
  path: readonly string[];
  unusable: string[];
}

function readFields(
  schema: z.ZodObject,
  defaults: unknown,
  stored: unknown,
  { path, unusable }: Reading,
): unknown {
  if (!isRecord(defaults)) return defaults;
  if (stored !== undefined && !isRecord(stored)) {
    unusable.push(path.join('.'));
    return defaults;
  }
  const fields = Object.entries(schema.shape).map(([key, field]): [string, unknown] => {
    const value = stored?.[key];
    const reading = { path: [...path, key], unusable };
    const inner = unwrapDefault(field);
    if (inner instanceof z.ZodObject) return [key, readFields(inner, defaults[key], value, reading)];
    if (value === undefined) return [key, defaults[key]];
    const parsed = z.safeParse(field, value, parsedOnce);
    if (parsed.success) return [key, parsed.data];
    unusable.push(reading.path.join('.'));
    return [key, defaults[key]];
  });
  return Object.fromEntries(fields);
}

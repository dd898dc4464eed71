import { z } from 'zod';
import { defaultSettings, type Settings, settingsSchema } from './settings';

/** The name of each setting in a message, by its path in the stored file. */
export const settingLabels: Readonly<Record<string, string>> = {
  reviewer: 'your name',
  askedForName: 'whether you were asked for your name',
  theme: 'the theme',
  letterKeys: 'single-letter shortcuts',
  keys: 'your keyboard shortcuts',
  spotting: 'whether words worth checking are underlined',
  claimColoring: 'what the colours of claims show',
  lastFolder: 'the last folder',
  backupFolder: 'the folder for backups',
  backedUpLibraries: 'which libraries have backups there',
  report: 'the choices of the last report',
  reports: 'the choices of the last report of each article',
  commenters: 'whose comments are the author’s',
  'report.format': 'the format of reports',
  'report.options': 'the options of reports',
  'report.options.notes': 'notes in reports',
  'report.options.standings': 'the verdicts in reports',
  'report.options.style': 'the citation style of reports',
  'report.options.paper': 'the paper of reports',
  'report.options.reader': 'whom reports are for',
  'report.options.reviewers': 'whether public reports name the reviewers',
  'report.options.layout': 'the layout of PDF reports',
  'report.options.word': 'the options of Word reports',
  'report.options.word.base': 'what Word reports are written into',
  'report.options.word.annotations': 'comments or footnotes in Word reports',
  'report.options.claimReview': 'the claims of ClaimReviews',
  'report.options.claimReview.claimIds': 'the claims of ClaimReviews',
  'report.options.claimReview.organizationIds': 'the organizations of ClaimReviews',
  claimReview: 'the details of ClaimReviews',
  'claimReview.organization': 'your organization',
  'claimReview.url': 'the address of your organization',
  'claimReview.best': 'the best rating',
  'claimReview.worst': 'the worst rating',
  'claimReview.ratings': 'the ratings',
  'claimReview.ratings.verified': 'the rating of verified claims',
  'claimReview.ratings.disputed': 'the rating of disputed claims',
  'claimReview.ratings.unverifiable': 'the rating of claims that can’t be verified',
  'claimReview.ratings.verified.value': 'the rating of verified claims',
  'claimReview.ratings.verified.name': 'the name of that rating',
  'claimReview.ratings.disputed.value': 'the rating of disputed claims',
  'claimReview.ratings.disputed.name': 'the name of that rating',
  'claimReview.ratings.unverifiable.value': 'the rating of claims that can’t be verified',
  'claimReview.ratings.unverifiable.name': 'the name of that rating',
  'report.options.word.appendix': 'the appendix of Word reports',
};

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
  return { settings: settingsSchema.parse(fields), unusable };
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
    const inner = field instanceof z.ZodDefault ? field.unwrap() : field;
    if (inner instanceof z.ZodObject) return [key, readFields(inner, defaults[key], value, reading)];
    if (value === undefined) return [key, defaults[key]];
    const parsed = z.safeParse(field, value);
    if (parsed.success) return [key, parsed.data];
    unusable.push(reading.path.join('.'));
    return [key, defaults[key]];
  });
  return Object.fromEntries(fields);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import {
  defaultSettings,
  readSettings,
  type Settings,
  settingLabels,
  settingsSchema,
} from '#shared/domain/settings/settings.ts';
import { keepUnknownFields } from '#shared/text/stored-object.ts';

const anns: Settings = {
  reviewer: 'Ann',
  askedForName: true,
  theme: 'dark',
  letterKeys: false,
  keys: [{ command: 'verified', keys: ['w', 'ctrl+1'] }],
  spotting: false,
  claimColoring: 'source',
  commenters: [{ name: 'Ada Fields', isAuthor: true }],
  lastFolder: '/articles',
  backupFolder: '/backups',
  backedUpLibraries: ['library'],
  reports: [{ articleId: 'mill', choices: defaultReportChoices, files: [] }],
  claimReview: {
    organization: 'The Mill',
    url: 'https://mill.example/',
    best: 5,
    worst: 1,
    ratings: {
      verified: { value: 5, name: 'True' },
      disputed: { value: 1, name: 'False' },
      unverifiable: { value: 3, name: null },
    },
  },
  report: {
    format: 'pdf',
    options: {
      ...defaultReportChoices.options,
      notes: false,
      standings: ['disputed'],
      style: 'vancouver',
      paper: 'letter',
    },
  },
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of all fields, those of objects included. */
function listPaths(value: object, path: string[] = []): string[][] {
  return Object.entries(value).flatMap(([key, field]) => [
    [...path, key],
    ...(isRecord(field) ? listPaths(field, [...path, key]) : []),
  ]);
}

const paths = listPaths(defaultSettings);

function replaceAt(target: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = isRecord(target) ? target : {};
  return { ...record, [key]: replaceAt(record[key], rest, value) };
}

function readAt(target: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (isRecord(value) ? value[key] : undefined), target);
}

const startsWith = (path: readonly string[], start: readonly string[]) =>
  start.every((key, index) => path[index] === key);

test('whatever stands in a field, every other field is read as it was stored', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const { settings, unusable } = readSettings(replaceAt(anns, path, value));
      expect(settingsSchema.parse(settings)).toEqual(settings);
      const related = (other: readonly string[]) => startsWith(other, path) || startsWith(path, other);
      for (const other of paths.filter((other) => !related(other)))
        expect(readAt(settings, other)).toEqual(readAt(anns, other));
      for (const name of unusable) expect(startsWith(name.split('.'), path)).toBe(true);
      // Each unusable field has its default, and a label for the message.
      for (const name of unusable) {
        expect(readAt(settings, name.split('.'))).toEqual(readAt(defaultSettings, name.split('.')));
        expect(settingLabels.has(name)).toBe(true);
      }
    }),
  );
});

test('any stored value is read without an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const { settings } = readSettings(stored);
      expect(settingsSchema.parse(settings)).toEqual(settings);
    }),
  );
});

test('fields that this version does not know survive, at every depth, and known ones are as set', () => {
  const objects = [[], ...paths.filter((path) => isRecord(readAt(anns, path)))];
  const unknownKey = fc
    .string()
    .filter((key) => !paths.some((path) => path.at(-1) === key) && key !== '__proto__');
  fc.assert(
    fc.property(fc.constantFrom(...objects), unknownKey, fc.jsonValue(), (object, key, value) => {
      const stored = replaceAt(anns, [...object, key], value);
      const read = readSettings(stored);
      expect(read).toEqual({ settings: anns, unusable: [] });
      const written = keepUnknownFields(stored, { ...read.settings, theme: 'light' });
      expect(readAt(written, [...object, key])).toEqual(value);
      expect(readSettings(written).settings).toEqual({ ...anns, theme: 'light' });
    }),
  );
});

test('settings that are no object are named', () => {
  expect(readSettings({ ...anns, report: [] })).toEqual({
    settings: { ...anns, report: defaultSettings.report },
    unusable: ['report'],
  });
});

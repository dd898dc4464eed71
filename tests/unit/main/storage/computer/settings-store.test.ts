import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettingsStore } from '#main/storage/computer/settings-store.ts';
import { decodeChecksummed, encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import {
  defaultClaimReviewSettings,
  defaultPreferences,
  defaultSettings,
} from '#shared/domain/settings/settings.ts';
import { createPlainPlatform } from '#tests/unit/main/support/plain-platform.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const settingsFile = (folder: string) => join(folder, 'user-data', 'settings.json');

async function storeSettings(folder: string, content: string): Promise<void> {
  await mkdir(dirname(settingsFile(folder)), { recursive: true });
  await writeFile(settingsFile(folder), content);
}

const encode = (settings: object) => encodeChecksummed('stet-settings', 1, settings);

async function readStored(folder: string): Promise<unknown> {
  const decoded = decodeChecksummed(await readFile(settingsFile(folder)));
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.data;
}

/** Settings that these tests leave as they are at first. */
const { reviewer: _, theme: _theme, ...unchangedSettings } = defaultPreferences;

test('settings persist beside the library, and the window never gets a path', async () => {
  const folder = await tempFolder();
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: null,
    theme: 'system',
    ...unchangedSettings,
    letterKeys: true,
    report: defaultReportChoices,
    commenters: [],
    claimReview: defaultClaimReviewSettings,
  });
  const report = { ...defaultReportChoices, format: 'pdf' } as const;
  const commenters = [{ name: 'Ada Fields', isAuthor: true }];
  await testCore(folder).call('settings.change', { reviewer: 'Ann', theme: 'dark', report, commenters });
  // Settings that are not named are kept, also those with a default.
  await testCore(folder).call('settings.change', { letterKeys: true });
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: 'Ann',
    theme: 'dark',
    ...unchangedSettings,
    letterKeys: true,
    report,
    commenters,
    claimReview: defaultClaimReviewSettings,
  });
  await expect(readFile(join(folder, 'settings.json'))).rejects.toThrow('ENOENT');
});

test('closing waits until changed settings are on the disk', async () => {
  const folder = await tempFolder();
  const { call, core } = testCore(folder);
  await call('settings.get', null);
  const changing = call('settings.change', { reviewer: 'Ann' });
  await core.close();
  expect(await readFile(settingsFile(folder), 'utf8')).toContain('Ann');
  await changing;
});

test('a value that is no setting is refused before anything is written', async () => {
  const folder = await tempFolder();
  const { call, callFailing } = testCore(folder);
  await call('settings.change', { reviewer: 'Ann', letterKeys: false });
  const before = await readFile(settingsFile(folder), 'utf8');
  const { code, message } = await callFailing('settings.change', { letterKeys: undefined });
  expect(code).toBe('badRequest');
  expect(message).toContain('The settings are as they were.');
  expect(await readFile(settingsFile(folder), 'utf8')).toBe(before);
  expect(await testCore(folder).call('settings.get', null)).toMatchObject({
    reviewer: 'Ann',
    letterKeys: false,
  });
});

test('a setting that can’t be used is named, loses only itself, and unknown ones are written back', async () => {
  const folder = await tempFolder();
  const { options } = defaultReportChoices;
  const stored = {
    reviewer: 'Ann',
    theme: 'sepia',
    letterKeys: false,
    mood: 'hopeful',
    lastFolder: '/articles',
    backupFolder: '/backups',
    backedUpLibraries: ['library'],
    commenters: [],
    claimReview: defaultClaimReviewSettings,
    report: { format: 'pdf', options: { ...options, paper: 'a3', style: 'vancouver', columns: 2 } },
  };
  await storeSettings(folder, encode(stored));
  const stet = testCore(folder);
  expect(await stet.call('settings.get', null)).toEqual({
    ...unchangedSettings,
    reviewer: 'Ann',
    theme: 'system',
    letterKeys: false,
    commenters: [],
    claimReview: defaultClaimReviewSettings,
    report: { format: 'pdf', options: { ...options, style: 'vancouver' } },
  });
  expect((await stet.call('library.list', null)).problems).toEqual([
    'Some settings could not be read and are as at first: the theme, the paper of reports. All others are kept. Set them again in Settings.',
  ]);
  await stet.call('settings.change', { theme: 'dark' });
  expect(await readStored(folder)).toEqual({
    ...unchangedSettings,
    ...stored,
    theme: 'dark',
    reports: [],
    report: { format: 'pdf', options: { ...stored.report.options, paper: 'a4' } },
  });
  expect((await testCore(folder).call('library.list', null)).problems).toEqual([]);
});

test('any setting may be missing, at every depth: it gets its default, and the others are kept', async () => {
  const stored = {
    reviewer: 'Ann',
    askedForName: true,
    theme: 'dark',
    letterKeys: false,
    lastFolder: '/articles',
    keys: [{ command: 'mark', keys: ['m'] }],
    spotting: false,
    claimColoring: 'source',
    commenters: [{ name: 'Ada Fields', isAuthor: true }],
    claimReview: { ...defaultClaimReviewSettings, organization: 'The Mill' },
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
  const { options } = stored.report;
  const { lastFolder: _, ...shown } = stored;
  const without = <T extends object>(row: T, key: string) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
  const older: [object, object][] = [
    ...Object.keys(shown).map((key): [object, object] => [
      without(stored, key),
      { ...shown, [key]: Object.entries(defaultSettings).find(([name]) => name === key)?.[1] },
    ]),
    ...Object.keys(options).map((key): [object, object] => [
      { ...stored, report: { ...stored.report, options: without(options, key) } },
      {
        ...shown,
        report: { ...stored.report, options: { ...defaultReportChoices.options, ...without(options, key) } },
      },
    ]),
  ];
  expect(older).toHaveLength(10 + Object.keys(options).length);
  for (const [written, expected] of older) {
    const folder = await tempFolder();
    await storeSettings(folder, encode(written));
    const stet = testCore(folder);
    expect(await stet.call('settings.get', null)).toEqual(expected);
    expect((await stet.call('library.list', null)).problems).toEqual([]);
  }
});

test('settings that the menu bar shows are applied when they change', async () => {
  const applied: unknown[] = [];
  const { call } = testCore(await tempFolder(), { applySettings: (settings) => applied.push(settings) });
  await call('settings.change', { theme: 'dark' });
  await call('settings.change', { theme: 'dark', reviewer: 'Ann' });
  const keys = [{ command: 'mark', keys: ['m'] }];
  await call('settings.change', { keys });
  await call('settings.change', { keys, theme: 'dark' });
  await call('settings.change', { letterKeys: false });
  expect(applied).toEqual([
    { theme: 'dark', keys: [], letterKeys: true },
    { theme: 'dark', keys, letterKeys: true },
    { theme: 'dark', keys, letterKeys: false },
  ]);
});

test('of changes that overlap, each is kept', async () => {
  const folder = await tempFolder();
  const store = await openSettingsStore(createPlainPlatform(folder));
  await Promise.all([store.change({ reviewer: 'Ann' }), store.change({ theme: 'dark' })]);
  expect(await readStored(folder)).toMatchObject({ reviewer: 'Ann', theme: 'dark' });
});

test('damaged settings are renamed and reported', async () => {
  const folder = await tempFolder();
  await testCore(folder).call('settings.change', { reviewer: 'Ann' });
  await writeFile(settingsFile(folder), 'null');
  const again = testCore(folder);
  expect((await again.call('settings.get', null)).reviewer).toBeNull();
  expect((await again.call('library.list', null)).problems).toEqual([
    expect.stringContaining('the settings was damaged'),
  ]);
});

test('settings that can’t be written are reported, and the old ones remain', async () => {
  const folder = await tempFolder();
  const { call, callFailing } = testCore(folder);
  await call('settings.change', { reviewer: 'Ann' });
  await rm(settingsFile(folder));
  await mkdir(join(settingsFile(folder), 'in-the-way'), { recursive: true });
  expect((await callFailing('settings.change', { reviewer: 'Bob' })).code).toBe('notSaved');
  expect((await call('settings.get', null)).reviewer).toBe('Ann');
  await rm(settingsFile(folder), { recursive: true });
  await call('settings.change', { letterKeys: false });
  expect(await readStored(folder)).toMatchObject({ reviewer: 'Ann', letterKeys: false });
});

test.each([
  ['newer', encodeChecksummed('stet-settings', 2, { new: true }), 'was written by a newer Stet'],
  ['unreadable', null, 'could not be read'],
])('a %s file is not blamed on the disk, and stays as it is', async (_, content, words) => {
  const folder = await tempFolder();
  const path = settingsFile(folder);
  if (content === null) await mkdir(path, { recursive: true });
  else await storeSettings(folder, content);
  const { code, message } = await testCore(folder).callFailing('settings.change', { reviewer: 'Ann' });
  expect(code).toBe('readOnly');
  expect(message).toContain(`settings.json ${words}`);
  expect(message).not.toMatch(/Check the disk|\(readOnly\)/);
  if (content !== null) expect(await readFile(path, 'utf8')).toBe(content);
});

test('a temporary file of a killed process is removed at the start, one that is written meanwhile is not', async () => {
  const folder = await tempFolder();
  const left = join(folder, 'writing.0123456789ab.tmp');
  const own = join(folder, 'writing.ba9876543210.tmp');
  await writeFile(left, '');
  await utimes(left, 0, 0);
  await writeFile(own, '');
  await utimes(own, 4e9, 4e9);
  await testCore(folder, { userDataFolder: folder }).call('settings.get', null);
  expect(await readdir(folder)).not.toContain(basename(left));
  expect(await readdir(folder)).toContain(basename(own));
});

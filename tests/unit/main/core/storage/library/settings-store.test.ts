import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeChecksummed } from '../../../../../../main/core/storage/files/checksummed-text';
import { defaultReportChoices } from '../../../../../../shared/domain/report-options';
import { defaultSettings } from '../../../../../../shared/domain/settings';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

test('settings persist, and the window never gets a path', async () => {
  const folder = await tempFolder();
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: null,
    theme: 'system',
    letterKeys: true,
    report: defaultReportChoices,
  });
  const report = { ...defaultReportChoices, format: 'pdf' } as const;
  await testCore(folder).call('settings.change', { reviewer: 'Ann', theme: 'dark', report });
  // Settings that are not named are kept, also those with a default.
  await testCore(folder).call('settings.change', { letterKeys: true });
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: 'Ann',
    theme: 'dark',
    letterKeys: true,
    report,
  });
});

test('closing waits until changed settings are on the disk', async () => {
  const folder = await tempFolder();
  const { call, core } = testCore(folder);
  await call('settings.get', null);
  const changing = call('settings.change', { reviewer: 'Ann' });
  await core.close();
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toContain('Ann');
  await changing;
});

test('settings of an earlier version are read, with defaults for missing ones', async () => {
  const folder = await tempFolder();
  const old = { reviewer: 'Ann', theme: 'dark', letterKeys: false, lastFolder: null };
  await writeFile(join(folder, 'settings.json'), encodeChecksummed('stet-settings', 1, old));
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: 'Ann',
    theme: 'dark',
    letterKeys: false,
    report: defaultReportChoices,
  });
});

test('any setting may be missing, at every depth: it gets its default, and the others are kept', async () => {
  const stored = {
    ...{ reviewer: 'Ann', theme: 'dark', letterKeys: false, lastFolder: '/articles' },
    report: {
      format: 'pdf',
      options: { notes: false, standings: ['disputed'], style: 'vancouver', paper: 'letter' },
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
  expect(older).toHaveLength(8);
  for (const [written, expected] of older) {
    const folder = await tempFolder();
    await writeFile(join(folder, 'settings.json'), encodeChecksummed('stet-settings', 1, written));
    const stet = testCore(folder);
    expect(await stet.call('settings.get', null)).toEqual(expected);
    expect((await stet.call('library.list', null)).problems).toEqual([]);
  }
});

test('only a changed theme is applied', async () => {
  const themes: string[] = [];
  const { call } = testCore(await tempFolder(), { applyTheme: (theme) => themes.push(theme) });
  await call('settings.change', { theme: 'dark' });
  await call('settings.change', { theme: 'dark', letterKeys: false });
  expect(themes).toEqual(['dark']);
});

test('damaged settings are renamed and reported', async () => {
  const folder = await tempFolder();
  await testCore(folder).call('settings.change', { reviewer: 'Ann' });
  await writeFile(join(folder, 'settings.json'), 'null');
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
  await rm(join(folder, 'settings.json'));
  await mkdir(join(folder, 'settings.json', 'in-the-way'), { recursive: true });
  expect((await callFailing('settings.change', { reviewer: 'Bob' })).code).toBe('notSaved');
  expect((await call('settings.get', null)).reviewer).toBe('Ann');
  await rm(join(folder, 'settings.json'), { recursive: true });
  await call('settings.change', { letterKeys: false });
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    reviewer: 'Ann',
    letterKeys: false,
  });
});

test.each([
  ['newer', encodeChecksummed('stet-settings', 2, { new: true }), 'was written by a newer Stet'],
  ['unreadable', null, 'could not be read'],
])('a %s file is not blamed on the disk, and stays as it is', async (_, content, words) => {
  const folder = await tempFolder();
  const path = join(folder, 'settings.json');
  if (content === null) await mkdir(path);
  else await writeFile(path, content);
  const { code, message } = await testCore(folder).callFailing('settings.change', { reviewer: 'Ann' });
  expect(code).toBe('readOnly');
  expect(message).toContain(`settings.json ${words}`);
  expect(message).not.toMatch(/Check the disk|\(readOnly\)/);
  if (content !== null) expect(await readFile(path, 'utf8')).toBe(content);
});

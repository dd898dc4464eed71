import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seal } from '../../../../../../main/core/storage/files/checksummed-text';
import { defaultReportChoices } from '../../../../../../shared/domain/report-options';
import { defaultSettings } from '../../../../../../shared/domain/settings';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

test('settings last, and never show a path to the window', async () => {
  const folder = await tempFolder();
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: null,
    theme: 'system',
    letterKeys: true,
    report: defaultReportChoices,
  });
  const report = { ...defaultReportChoices, format: 'pdf' } as const;
  await testCore(folder).call('settings.change', { reviewer: 'Ann', theme: 'dark', report });
  // What is not named stays as it is, also what has a usual value.
  await testCore(folder).call('settings.change', { letterKeys: true });
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: 'Ann',
    theme: 'dark',
    letterKeys: true,
    report,
  });
});

test('closing waits until settings that are being changed are on the disk', async () => {
  const folder = await tempFolder();
  const { call, core } = testCore(folder);
  await call('settings.get', null);
  const changing = call('settings.change', { reviewer: 'Ann' });
  await core.close();
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toContain('Ann');
  await changing;
});

test('settings of an earlier version are read, with the usual choices for what they do not know', async () => {
  const folder = await tempFolder();
  const old = { reviewer: 'Ann', theme: 'dark', letterKeys: false, lastFolder: null };
  await writeFile(join(folder, 'settings.json'), seal('stet-settings', 1, old));
  expect(await testCore(folder).call('settings.get', null)).toEqual({
    reviewer: 'Ann',
    theme: 'dark',
    letterKeys: false,
    report: defaultReportChoices,
  });
});

test('every single setting may be missing, at every depth: it has its usual value, the others are kept', async () => {
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
    await writeFile(join(folder, 'settings.json'), seal('stet-settings', 1, written));
    const stet = testCore(folder);
    expect(await stet.call('settings.get', null)).toEqual(expected);
    expect((await stet.call('library.list', null)).problems).toEqual([]);
  }
});

test('only a changed theme is told on', async () => {
  const themes: string[] = [];
  const { call } = testCore(await tempFolder(), { themeChanged: (theme) => themes.push(theme) });
  await call('settings.change', { theme: 'dark' });
  await call('settings.change', { theme: 'dark', letterKeys: false });
  expect(themes).toEqual(['dark']);
});

test('damaged settings are kept beside and told of', async () => {
  const folder = await tempFolder();
  await testCore(folder).call('settings.change', { reviewer: 'Ann' });
  await writeFile(join(folder, 'settings.json'), 'null');
  const again = testCore(folder);
  expect((await again.call('settings.get', null)).reviewer).toBeNull();
  expect((await again.call('library.list', null)).problems).toEqual([
    expect.stringContaining('the settings was damaged'),
  ]);
});

test('settings that can’t be written are told, and the old ones stand', async () => {
  const folder = await tempFolder();
  const { call, failing } = testCore(folder);
  await call('settings.change', { reviewer: 'Ann' });
  await rm(join(folder, 'settings.json'));
  await mkdir(join(folder, 'settings.json', 'in-the-way'), { recursive: true });
  expect((await failing('settings.change', { reviewer: 'Bob' })).code).toBe('notSaved');
  expect((await call('settings.get', null)).reviewer).toBe('Ann');
  await rm(join(folder, 'settings.json'), { recursive: true });
  await call('settings.change', { letterKeys: false });
  expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
    reviewer: 'Ann',
    letterKeys: false,
  });
});

test.each([
  ['newer', seal('stet-settings', 2, { new: true }), 'was written by a newer Stet'],
  ['unreadable', null, 'could not be read'],
])('a %s file is not blamed on the disk, and stays as it is', async (_, content, words) => {
  const folder = await tempFolder();
  const path = join(folder, 'settings.json');
  if (content === null) await mkdir(path);
  else await writeFile(path, content);
  const { code, message } = await testCore(folder).failing('settings.change', { reviewer: 'Ann' });
  expect(code).toBe('readOnly');
  expect(message).toContain(`settings.json ${words}`);
  expect(message).not.toMatch(/Check the disk|\(readOnly\)/);
  if (content !== null) expect(await readFile(path, 'utf8')).toBe(content);
});

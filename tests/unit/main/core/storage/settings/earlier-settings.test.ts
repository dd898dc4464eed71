import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeChecksummed } from '../../../../../../main/core/storage/files/checksummed-text';
import { openSettingsStore } from '../../../../../../main/core/storage/settings/settings-store';
import { defaultReportChoices } from '../../../../../../shared/domain/report-options';
import { tempFolder } from '../../../support/temp-folder';

const anns = encodeChecksummed('stet-settings', 1, { reviewer: 'Ann', theme: 'dark', letterKeys: false });

/** The folder of all user data, with a file of settings in its usual library. */
async function createUserData(settings: string): Promise<string> {
  const userData = await tempFolder();
  await mkdir(join(userData, 'library'));
  await writeFile(join(userData, 'library', 'settings.json'), settings);
  return userData;
}

const logs: string[] = [];

const open = (userDataFolder: string) =>
  openSettingsStore({
    userDataFolder,
    now: () => new Date(0),
    log: { error: (message, error) => logs.push(`${message} ${String(error)}`) },
  });

test('settings in the usual library are taken over once, and the file there is left as it is', async () => {
  const userData = await createUserData(anns);
  const { current, problems } = await open(userData);
  expect(current()).toMatchObject({ reviewer: 'Ann', theme: 'dark', letterKeys: false });
  expect(problems).toEqual([]);
  const earlier = join(userData, 'library', 'settings.json');
  expect(await readFile(earlier, 'utf8')).toBe(anns);

  // They are on the disk at once, because the library may be moved away.
  await rm(join(userData, 'library'), { recursive: true });
  const again = await open(userData);
  expect(again.current().reviewer).toBe('Ann');
  await again.change({ reviewer: 'Bea' });
  await mkdir(join(userData, 'library'));
  await writeFile(earlier, anns);
  expect((await open(userData)).current().reviewer).toBe('Bea');
});

test('settings that can’t be taken over are reported and left where they are', async () => {
  const userData = await createUserData('{}');
  const { current, problems } = await open(userData);
  expect(current().reviewer).toBeNull();
  expect(problems).toEqual([
    expect.stringMatching(
      /could not be taken over: it does not begin as a file of Stet does\. .* left as it is/,
    ),
  ]);
  expect(await readFile(join(userData, 'library', 'settings.json'), 'utf8')).toBe('{}');
  await expect(readFile(join(userData, 'settings.json'))).rejects.toThrow('ENOENT');
});

test('without earlier settings the usual ones are used, and nothing is written', async () => {
  const userData = await tempFolder();
  const { current, problems } = await open(userData);
  expect(current().reviewer).toBeNull();
  expect(problems).toEqual([]);
  await expect(readFile(join(userData, 'settings.json'))).rejects.toThrow('ENOENT');
  expect(logs).toEqual([]);
});

test('paths of reports in the settings of a library are not taken over', async () => {
  const files = [{ path: '/home/ann/mill.html', sha256: 'ab'.repeat(32) }];
  const reports = [{ articleId: 'mill', choices: defaultReportChoices, files }];
  const userData = await createUserData(encodeChecksummed('stet-settings', 1, { reviewer: 'Ann', reports }));
  const { current } = await open(userData);
  expect(current()).toMatchObject({ reviewer: 'Ann', reports: [] });
});
